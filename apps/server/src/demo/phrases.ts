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
    phrase('text', 'Sent the window sticker, no answer yet.'),
    phrase('email', 'Answered the question about the warranty.', null),
    phrase('note', 'Lease is up in March, in no hurry.'),
    phrase('note', 'Saw it online, drove past first.'),
    phrase('call', 'Mailbox was full.', 'no_answer'),
  ],
  Contacted: [
    phrase('call', 'Wants to keep the payment under 650 a month.', 'reached', [4, 14]),
    phrase('call', 'Asked whether we match the price from across town.', 'reached', [3, 9]),
    phrase('text', 'Rather texts than talks, on nights this week.', 'reached'),
    phrase('text', 'Asked for the mileage and one more photo of the tires.', 'reached'),
    phrase('call', 'Left a message with the spouse.', 'left_message', [1, 3]),
    phrase('note', 'Has to talk it over at home first.'),
    phrase('note', 'Open on color, not on the tow package.'),
    phrase('call', 'Still has eleven payments on the old one.', 'reached', [5, 12]),
    phrase('email', 'Sent two that fit the budget.'),
    phrase('text', 'Free after five, not before.', 'reached'),
    phrase('call', 'Daughter starts driving in June, safety first.', 'reached', [6, 15]),
    phrase('call', null, 'no_answer'),
  ],
  'Appointment set': [
    phrase('text', 'Confirmed the appointment.', 'reached'),
    phrase('call', 'Will bring the trade and its title.', 'reached', [2, 6]),
    phrase('call', 'Comes with a brother who knows cars.', 'reached', [2, 5]),
    phrase('text', 'Running late last time, sent a map.', 'reached'),
    phrase('note', 'Vehicle pulled up front and washed.'),
    phrase('call', null, 'no_answer'),
    phrase('call', 'Left a reminder for the day.', 'left_message', [1, 2]),
  ],
  Showed: [
    phrase('visit', 'Came in with the family, liked the third row.'),
    phrase('visit', 'Walked around three of them, this one stuck.'),
    phrase('visit', 'Half an hour on a lunch break, wants to come back with more time.'),
    phrase('note', 'T.O. to Marcus, he loosened the numbers a little.'),
    phrase('note', 'Car seats fit three across, that was the question.'),
    phrase('text', 'Thanked for the visit, asked about the color.', 'reached'),
    phrase('call', 'Comparing with one at another store.', 'reached', [3, 10]),
  ],
  'Demo drive': [
    phrase('demo', 'Drove it on the highway, loved the seats.', null, [20, 40]),
    phrase('demo', 'Short drive, kids in the back.', null, [12, 25]),
    phrase('demo', 'Took the wheel on the way home route, found it quiet.', null, [18, 35]),
    phrase('demo', 'Backed it into a tight spot, the camera sold it.', null, [15, 30]),
    phrase('visit', 'Be-back: brought the spouse along, in daylight.'),
    phrase('call', 'Wants numbers by e-mail first.', 'reached', [3, 8]),
    phrase('text', 'Asked whether the roof rack stays.', 'reached'),
    phrase('note', 'Likes it, thinks the gray one looks better.'),
    phrase('note', 'Insurance quote was higher than expected.'),
    phrase('call', 'Sleeping on it.', 'reached', [2, 6]),
  ],
  'Write-up': [
    phrase('note', 'First pencil presented, 3,000 apart on the trade.'),
    phrase('call', 'Went over the second pencil.', 'reached', [6, 18]),
    phrase('note', 'Waiting for the payoff letter from the bank.'),
    phrase('note', 'Payment is fine, the down payment is not.'),
    phrase('text', 'Asked for 72 months instead of 60.', 'reached'),
    phrase('call', 'Credit union offers a point less, matching it.', 'reached', [5, 11]),
    phrase('email', 'Sent the out the door price in writing.'),
  ],
  'F&I': [
    phrase('note', 'Credit application in, waiting for the bank.'),
    phrase('call', 'Needs proof of income, sends it today.', 'reached', [3, 7]),
    phrase('note', 'Approved at tier two, looking for a better rate.'),
    phrase('text', 'Sent a photo of the insurance card.', 'reached'),
    phrase('note', 'Takes the service contract, not the paint.'),
  ],
};

const fallback: Phrases = [
  phrase('note', 'Sent a thank-you card.'),
  phrase('text', 'Asked how the first week went.', 'reached'),
  phrase('call', 'Second key is in, told them.', 'reached', [1, 4]),
  phrase('note', 'Plates came in.'),
];
const lost: Phrases = [
  phrase('note', 'May look again in spring.'),
  phrase('text', 'Thanked us all the same.', 'reached'),
  phrase('note', 'Ask again when the lease is up.'),
];

/** Something that may happen in a stage. */
export function pickPhrase(random: Random, stageName: string): Phrase {
  return random.pick(stageName === 'Lost' ? lost : (byStage[stageName] ?? fallback));
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
