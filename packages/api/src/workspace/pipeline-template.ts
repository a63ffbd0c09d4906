/** A new dealership's pipeline, which it may change: name, kind, and chance in percent. */
const template = [
  { name: 'New up', kind: 'open', probability: 10 },
  { name: 'Contacted', kind: 'open', probability: 15 },
  { name: 'Appointment set', kind: 'open', probability: 25 },
  { name: 'Showed', kind: 'open', probability: 40 },
  { name: 'Demo drive', kind: 'open', probability: 50 },
  { name: 'Write-up', kind: 'open', probability: 65 },
  { name: 'F&I', kind: 'open', probability: 85 },
  { name: 'Sold', kind: 'won', probability: 100 },
  { name: 'Delivered', kind: 'won', probability: 100 },
  { name: 'Lost', kind: 'lost', probability: 0 },
] as const;

export type TemplateStage = (typeof template)[number];
/** The ids that a new pipeline and its stages will have. */
export interface PipelineDraft {
  pipelineId: string;
  stages: (TemplateStage & { id: string })[];
}

/** The pipeline of a new dealership, with an id for each part of it from `makeId`. */
export function draftPipeline(makeId: () => string): PipelineDraft {
  return { pipelineId: makeId(), stages: template.map((stage) => ({ ...stage, id: makeId() })) };
}
