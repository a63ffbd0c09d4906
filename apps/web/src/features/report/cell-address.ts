import { calendarDate } from '../../format/when.ts';
import type { Cell } from './report.types.ts';

const kinds: Record<Cell['kind'], string> = {
  opened: 'Ups',
  stage: 'Deals by stage',
  sold: 'Sold',
  delivered: 'Delivered',
  appointments: 'Appointments',
  visits: 'Visits',
  response: 'New leads',
  activity: 'Worked on',
  lost: 'Lost',
  open: 'Open now',
};

const words: Record<string, string> = {
  new: 'new',
  used: 'used',
  unknown: 'new or used not said',
  no_gross: 'gross not in yet',
  sold: 'sold since',
  unsold: 'not sold',
  internet: 'internet',
  phone: 'phone',
  showroom: 'showroom',
  campaign: 'campaign',
  other: 'other',
  set: 'set',
  shown: 'shown',
  missed: 'missed',
  coming: 'still to come',
  be_back: 'be-backs',
  within_5: 'answered within 5 minutes',
  within_15: 'answered in 5 to 15 minutes',
  within_60: 'answered in 15 to 60 minutes',
  within_day: 'answered in 1 to 24 hours',
  later: 'answered after a day',
  none: 'not answered yet',
  within: 'within the usual time',
  beyond: 'longer than usual',
  long: 'more than twice as long as usual',
  reached: 'came this far',
  converted: 'went on',
  lost: 'lost from here',
  open: 'still here',
};

/** A number of a report as one word of an address: kind, key, days, whose, from where. */
export function writeCell({ kind, key = 'all', from, to, memberId = '*', source }: Cell): string {
  return [kind, key, from, to, memberId, ...(source === undefined ? [] : [source])].join('~');
}

/** Reads it back; nothing when it is not one of ours. */
export function readCell(text: unknown): Cell | undefined {
  const [kind = '', key, from, to, memberId, ...source] = typeof text === 'string' ? text.split('~') : [];
  const days = [from, to].every((day) => /^20\d\d-\d\d-\d\d$/.test(day ?? ''));
  if (!isKind(kind) || !key || !from || !to || !days || !memberId) return undefined;
  return {
    kind,
    key,
    from,
    to,
    ...(memberId === '*' ? {} : { memberId }),
    ...(source.length > 0 ? { source: source.join('~') } : {}),
  };
}

/** What the deals behind a number are, in words: "Sold, new · Nov 1 – Nov 21, 2026". */
export function cellWords(
  cell: Cell,
  names: { member?: string; stage?: (stageId: string) => string | undefined },
): string {
  const { kind, key = 'all', from, to, memberId, source } = cell;
  const whose = memberId === 'nobody' ? 'nobody’s' : memberId && (names.member ?? 'one rep');
  const where = source === undefined ? undefined : source || 'source not said';
  const what = [kinds[kind], ...(key === 'all' ? [] : [keyWords(kind, key, names.stage)])].join(', ');
  return [what, kind === 'open' ? undefined : dayRange({ from, to }), whose, where].filter(Boolean).join(' · ');
}

/** Days as people write them: "Nov 1 – 21", with the year where it is another. */
export function dayRange({ from, to }: { from: string; to: string }): string {
  if (from === to) return calendarDate(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameYear ? calendarDate(from).replace(/, \d{4}$/, '') : calendarDate(from);
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}, ${to.slice(0, 4)}` : calendarDate(to);
  return `${start} – ${end}`;
}

function keyWords(
  kind: Cell['kind'],
  key: string,
  stageName: (stageId: string) => string | undefined = () => undefined,
) {
  if (kind === 'activity') return /^\d+$/.test(key) ? `in the hour from ${key}:00` : key;
  if (kind === 'lost') return key === 'real' ? 'every reason' : key.replaceAll('_', ' ');
  const [head = '', step] = key.split('.');
  const stage = stageName(head);
  if (stage) return step ? `${stage}: ${words[step] ?? step}` : stage;
  return words[key] ?? key;
}

function isKind(kind: string): kind is Cell['kind'] {
  return Object.hasOwn(kinds, kind);
}
