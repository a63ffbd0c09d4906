type NoticePace = 'at_once' | 'daily' | 'off';
/** What a member has said, as it is stored: what is missing is as the product has it. */
type NoticeSettings = Record<string, Record<string, NoticePace>>;
type RowImage = { table: string; id: string; row: Record<string, unknown> | null };

/** What a member can be told of. */
export const noticeEvents = [
  'dealGiven',
  'leadWaiting',
  'turnover',
  'appointmentMissed',
  'dealSold',
  'followUps',
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

export const noticeChannels = ['email', 'text', 'slack'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

type Paces = Record<NoticeChannel, NoticePace>;
const quiet: Paces = { email: 'off', text: 'off', slack: 'off' };

/** What holds until a member says otherwise: what needs them now at once, what they may read later in the day's summary. */
const defaults: Record<NoticeEvent, Paces> = {
  dealGiven: { ...quiet, email: 'at_once', slack: 'at_once' },
  leadWaiting: { ...quiet, slack: 'at_once' },
  turnover: { ...quiet, text: 'at_once', slack: 'at_once' },
  appointmentMissed: { ...quiet, email: 'daily' },
  dealSold: { ...quiet, email: 'daily' },
  followUps: { ...quiet, email: 'daily' },
};

/** The paces a member has, event by event and channel by channel: their own settings over the product's. */
export function effectiveNotices(own: NoticeSettings): Record<NoticeEvent, Paces> {
  const entries = noticeEvents.map((event) => {
    const paces = noticeChannels.map((channel) => [channel, own[event]?.[channel] ?? defaults[event][channel]]);
    return [event, Object.fromEntries(paces)];
  });
  return Object.fromEntries(entries);
}

/** A member's settings with some of them changed. */
export function mergedNotices(own: NoticeSettings, changed: NoticeSettings): NoticeSettings {
  const entries = Object.entries(changed).map(([event, paces]) => [event, { ...own[event], ...paces }]);
  return { ...own, ...Object.fromEntries(entries) };
}

/** What a change may be worth telling of. */
export interface NoticeCause {
  event: Exclude<NoticeEvent, 'followUps'>;
  /** Who is told; null means everybody whom that kind of news concerns. */
  memberId: string | null;
  /** Deals by id; for a missed appointment or a turnover the change itself says which deal. */
  dealIds: string[];
}

interface Images {
  before: RowImage[];
  after: RowImage[];
}

/** Reads from a change's images what somebody would want to hear of. Pure and quick: it is asked about every change. */
export function causesOf({ before, after }: Images): NoticeCause[] {
  const given = new Map<string, string[]>();
  const causes: NoticeCause[] = [];
  after.forEach((image, at) => {
    const was = before[at]?.row ?? null;
    const { row, table, id } = image;
    if (table === 'deals' && row) {
      const { ownerId } = row;
      if (typeof ownerId === 'string' && was?.ownerId !== ownerId)
        given.set(ownerId, [...(given.get(ownerId) ?? []), id]);
      if (was === null && ownerId === null) causes.push({ event: 'leadWaiting', memberId: null, dealIds: [id] });
      if (typeof row.soldOn === 'string' && !was?.soldOn)
        causes.push({ event: 'dealSold', memberId: null, dealIds: [id] });
    }
    if (table === 'visits' && typeof row?.turnoverTo === 'string' && was?.turnoverTo !== row.turnoverTo)
      causes.push({ event: 'turnover', memberId: row.turnoverTo, dealIds: [] });
    if (table === 'appointments' && row?.status === 'no_show')
      causes.push({ event: 'appointmentMissed', memberId: null, dealIds: [] });
  });
  for (const [memberId, dealIds] of given) causes.push({ event: 'dealGiven', memberId, dealIds });
  return causes;
}

/** One deal as a notice names it. */
export interface NoticedDeal {
  number: number;
  title: string;
  contactName: string;
}

/** The sentence a member reads. `by` is who caused it, `more` how many deals beside the named one. */
export function noticeSentence(
  event: NoticeEvent,
  deal: NoticedDeal,
  { by, more = 0 }: { by: string | null; more?: number },
) {
  const who = `${deal.contactName} (#${deal.number}${deal.title === deal.contactName ? '' : `, ${deal.title}`})`;
  const from = by === null ? '' : `, from ${by}`;
  switch (event) {
    case 'dealGiven':
      return more === 0 ? `${who} is yours now${from}.` : `${who} and ${more} more are yours now${from}.`;
    case 'leadWaiting':
      return `${who} is waiting for somebody to take it.`;
    case 'turnover':
      return `${by ?? 'Somebody'} turns ${who} over to you.`;
    case 'appointmentMissed':
      return `${who} did not come to the appointment.`;
    case 'dealSold':
      return `${who} is sold${by === null ? '' : `, by ${by}`}.`;
    case 'followUps':
      return `${who} is due.`;
  }
}
