import type { ActivityKind, FollowUpAction, Outcome, UpSource } from '../types.ts';

/** What a phrase of the reps' language stands for. */
export type Meaning =
  /** something happened: "called", "lvm", "came in"; `anywhere` when no other reading exists */
  | { role: 'did'; kind: ActivityKind; outcome: Outcome | null; anywhere: boolean; headOnly: boolean; beBack: boolean }
  /** "call", "txt", "demo": done or to do, the rest of the clause tells */
  | { role: 'either'; kind: ActivityKind; action: FollowUpAction; verb: string }
  /** to do: "cb", "follow up", "remind me" */
  | { role: 'due'; action: FollowUpAction; verb: string }
  /** the customer is to come: "appt", "coming in" */
  | { role: 'meet'; beBack: boolean }
  /** "bb": a be-back that was, or with a date one that will be */
  | { role: 'beBack' }
  /** "cancelled appt", "no show": the appointments named beside it are off */
  | { role: 'void'; missed: boolean }
  | { role: 'new'; source: UpSource | null }
  | { role: 'stage'; canonical: 'sold' | 'delivered' | 'lost' | 'write-up' | 'f&i' }
  | { role: 'move' }
  | { role: 'show' }
  /** "gave maria a call", "sent lopez a text" */
  | { role: 'give'; left: boolean }
  /** words that look like one of the above and are not */
  | { role: 'none' };
