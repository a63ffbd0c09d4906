/** Everything one can add to a deal: what happened, and what is to happen. */
export const logActions = [
  ['call', 'Call'],
  ['text', 'Text'],
  ['email', 'E-mail'],
  ['note', 'Note'],
  ['visit', 'Visit'],
  ['demo', 'Demo'],
  ['follow-up', 'Follow-up'],
  ['appointment', 'Appointment'],
] as const;

export type LogAction = (typeof logActions)[number][0];
