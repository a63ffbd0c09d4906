/** What a live event says: which noun changed, and which deal or customer it hangs on. */
export interface LiveEvent {
  procedure: string;
  dealId: string | null;
  contactId: string | null;
}

const deals = ['deal', 'visit.list', 'today.get', 'change.list', 'contact', 'task.list'];
const anything = [...deals, 'activity.list', 'appointment.list'];
const affected: Record<string, readonly string[]> = {
  deal: deals,
  quicklog: anything,
  vehicle: ['deal', 'visit.list', 'today.get', 'change.list'],
  trade: ['deal.get', 'change.list'],
  activity: ['activity.list', 'visit.list', 'appointment.list', 'deal.get', 'today.get', 'change.list'],
  task: ['task.list', 'today.get', 'deal', 'change.list'],
  visit: anything,
  appointment: ['appointment.list', 'visit.list', 'today.get', 'deal', 'change.list'],
  contact: ['contact', 'deal', 'visit.list', 'task.list', 'appointment.list', 'today.get', 'change.list', 'company'],
  company: ['company', 'contact', 'change.list'],
  import: ['import', 'contact', 'deal', 'company', 'task.list', 'today.get', 'change.list', 'activity.list'],
  export: ['export.list'],
  view: ['view.list'],
};
/** What names one customer but happens to two, or to whomever the change that is taken back happened to. */
const manyCustomers: readonly string[] = ['contact.merge', 'change.undo'];

/**
 * Whether a cached query may be out of date after an event. Takes the query's path (["deal", "get"]) and its input;
 * a query that names another deal or customer is left alone; a noun nobody listed makes everything stale.
 */
export function concerns(event: LiveEvent, path: readonly string[], input: unknown): boolean {
  const [noun = ''] = event.procedure.split('.');
  const list = affected[noun];
  const touched = !list || list.some((entry) => entry === path[0] || entry === path.join('.'));
  return touched && (manyCustomers.includes(event.procedure) || sameSubject(event, input));
}

function sameSubject(event: LiveEvent, input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return true;
  const named = input as { dealId?: unknown; contactId?: unknown };
  if (named.dealId && event.dealId && named.dealId !== event.dealId) return false;
  return !(named.contactId && event.contactId && named.contactId !== event.contactId);
}
