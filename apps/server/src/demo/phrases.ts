import type { Random } from './random.ts';

type Kind = 'call' | 'text' | 'email' | 'visit' | 'note' | 'demo';

/** Something that happens with a customer, as a rep would put it down. */
export interface Phrase {
  kind: Kind;
  outcome: 'reached' | 'left_message' | 'no_answer' | null;
  /** From, to. */
  minutes?: [number, number];
  note: string | null;
}

const phrase = (
  kind: Kind,
  note: string | null,
  outcome: Phrase['outcome'] = null,
  minutes?: [number, number],
): Phrase => ({
  kind,
  note,
  outcome,
  minutes,
});

type Phrases = [Phrase, ...Phrase[]];

/** What tends to happen while a deal stands in each stage. */
const byStage: Record<string, Phrases> = {
  'New up': [
    phrase('note', 'Looked around the lot on their own, wants to compare two trims.'),
    phrase('call', null, 'no_answer'),
    phrase('call', 'Left a voicemail, mentioned the vehicle is still here.', 'left_message', [1, 2]),
    phrase('text', 'Sent photos of the interior.', 'reached'),
    phrase('email', 'Answered the question about the warranty.', null),
  ],
  Contacted: [
    phrase('call', 'Wants to keep the payment under 650 a month.', 'reached', [4, 14]),
    phrase('call', 'Asked whether we match the price from across town.', 'reached', [3, 9]),
    phrase('text', 'Prefers texting, works nights.', 'reached'),
    phrase('call', 'Left a message with the spouse.', 'left_message', [1, 3]),
    phrase('note', 'Has to talk it over at home first.'),
  ],
  'Appointment set': [
    phrase('text', 'Confirmed the appointment.', 'reached'),
    phrase('call', 'Will bring the trade and its title.', 'reached', [2, 6]),
    phrase('call', null, 'no_answer'),
  ],
  Showed: [
    phrase('visit', 'Came in with the family, liked the third row.'),
    phrase('visit', 'Walked around three of them, this one stuck.'),
    phrase('note', 'T.O. to Marcus, he loosened the numbers a little.'),
  ],
  'Demo drive': [
    phrase('demo', 'Drove it on the highway, loved the seats.', null, [20, 40]),
    phrase('demo', 'Short drive, kids in the back.', null, [12, 25]),
    phrase('visit', 'Be-back: wanted to see it in daylight.'),
  ],
  'Write-up': [
    phrase('note', 'First pencil presented, 3,000 apart on the trade.'),
    phrase('call', 'Went over the second pencil.', 'reached', [6, 18]),
    phrase('note', 'Waiting for the payoff letter from the bank.'),
  ],
  'F&I': [
    phrase('note', 'Credit application in, waiting for the bank.'),
    phrase('call', 'Needs proof of income, sends it today.', 'reached', [3, 7]),
  ],
};

const fallback: Phrases = [phrase('note', 'Sent a thank-you card.')];

/** Something that may happen in a stage. */
export function pickPhrase(random: Random, stageName: string): Phrase {
  return random.pick(byStage[stageName] ?? fallback);
}

/** Follow-ups that fit a stage. */
export const followUps: Record<string, [string, ...string[]]> = {
  'New up': ['First call', 'Send photos and the window sticker', 'Call back'],
  Contacted: ['Call back about the payment', 'Text the walkaround video', 'Set an appointment'],
  'Appointment set': ['Confirm the appointment', 'Have the vehicle pulled up front'],
  Showed: ['Unsold follow-up', 'Call about the color they asked for'],
  'Demo drive': ['Work up numbers', 'Unsold follow-up'],
  'Write-up': ['Get the payoff letter', 'Call with the second pencil'],
  'F&I': ['Chase the proof of income', 'Get the bank’s answer'],
};
