import type { Visit } from '../../api.ts';

/** What became of a visit. */
export const visitResults = [
  ['sold', 'Sold'],
  ['be_back', 'Be-back'],
  ['no_interest', 'No interest'],
  ['lost', 'Lost'],
] as const;

/** How somebody came in; a fresh up is the usual and goes unsaid. */
export const visitKinds: Record<Visit['kind'], string | null> = {
  fresh: null,
  be_back: 'Be-back',
  appointment: 'Appt',
};

/** The steps of a visit that are marked with one click, in their order. */
export const visitSteps = [
  { step: 'walkaround', column: 'walkaroundAt', label: 'Walkaround', short: 'Walk' },
  { step: 'demo', column: 'demoAt', label: 'Demo', short: 'Demo' },
  { step: 'writeUp', column: 'writeUpAt', label: 'Write-up', short: 'Write-up' },
] as const;
