import { draftPipeline } from '@beback/api';

type StageName = ReturnType<typeof draftPipeline>['stages'][number]['name'];

/** How many days a deal usually stands in a stage of the demo's stores. */
const usualDays: Record<StageName, number> = {
  'New up': 0.6,
  Contacted: 2.5,
  'Appointment set': 2,
  Showed: 0.8,
  'Demo drive': 1.5,
  'Write-up': 1.2,
  'F&I': 1,
  Sold: 2,
  Delivered: 0,
  Lost: 0,
};

/** A new dealership's pipeline, and how long deals stand in each stage of it. */
export function demoPipeline(makeId: () => string) {
  const { pipelineId, stages } = draftPipeline(makeId);
  return { pipelineId, stages: stages.map((stage) => ({ ...stage, usualDays: usualDays[stage.name] })) };
}
