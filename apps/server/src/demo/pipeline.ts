/** A new dealership's pipeline: name, kind, probability in percent; and how many days a deal usually stands there in the demo. */
export const defaultStages = [
  { name: 'New up', kind: 'open', probability: 10, usualDays: 0.6 },
  { name: 'Contacted', kind: 'open', probability: 15, usualDays: 2.5 },
  { name: 'Appointment set', kind: 'open', probability: 25, usualDays: 2 },
  { name: 'Showed', kind: 'open', probability: 40, usualDays: 0.8 },
  { name: 'Demo drive', kind: 'open', probability: 50, usualDays: 1.5 },
  { name: 'Write-up', kind: 'open', probability: 65, usualDays: 1.2 },
  { name: 'F&I', kind: 'open', probability: 85, usualDays: 1 },
  { name: 'Sold', kind: 'won', probability: 100, usualDays: 2 },
  { name: 'Delivered', kind: 'won', probability: 100, usualDays: 0 },
  { name: 'Lost', kind: 'lost', probability: 0, usualDays: 0 },
] as const;
