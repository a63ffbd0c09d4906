import type { ActivityKind, FollowUpAction, UpSource } from '../types.ts';
import type { Meaning } from './meanings.ts';

type Line = readonly [Meaning, string];

const due = (action: FollowUpAction, verb: string): Meaning => ({ role: 'due', action, verb });
const either = (kind: ActivityKind, action: FollowUpAction, verb: string): Meaning => ({
  role: 'either',
  kind,
  action,
  verb,
});
const stage = (canonical: Extract<Meaning, { role: 'stage' }>['canonical']): Meaning => ({ role: 'stage', canonical });
const up = (source: UpSource | null): Meaning => ({ role: 'new', source });

/** What is to come, where a deal stands, and the words for a new up. Commas part the phrases. */
export const markerLines: readonly Line[] = [
  [
    due('call', 'Call back'),
    `cb, c/b, cb'd, callback, call-back, call (back|bck|bak|bk), call (her|him|them|me|us) (back|bck), calling (back|him back|her back|them back|me back), ring (back|her back|him back|them back), return (call|his call|her call|their call), try (back|again|him again|her again|them again), call again, circle back, volver a llamar, llamar de nuevo, devolver llamada`,
  ],
  [
    due('call', 'Call'),
    "call (her|him|them|me|us), will call, i'll call, ill call, i will call, need to call, to call, wants a call, calling, llamar, llamarle, llamarla, llamarlo",
  ],
  [
    due('text', 'Text'),
    "text (back|her|him|them|me|her back|him back|them back), txt (back|her|him|them|me|her back|him back|them back), will text, i'll text, will txt, to text, need to text, send (a|her a|him a|) (text|txt|msg), shoot (a|her a|him a|them a) (text|txt)",
  ],
  [
    due('email', 'E-mail'),
    "email (back|her|him|them|me|her back|him back|them back), will email, i'll email, to email, need to email, send (an|her an|him an|) email, shoot (an|her an|him an|them an) email",
  ],
  [
    due('other', 'Follow up with'),
    `fu, f/u, f-u, flup, flw up, follow up, folow up, follow-up, followup, following up, follow back up, touch base, check (back|back in|back with|in with|on|in on), reach out, reach back out, reconnect, recontact, ping (him|her|them), hit (him|her|them) (up|back), hit up, seguimiento, dar seguimiento`,
  ],
  [
    due('other', ''),
    'remind me, remind me to, reminder to, rem to, todo, to-do, to do, task, set (a|) (task|reminder)',
  ],
  [due('other', 'Send'), 'need to send, will send, to send, send'],
  [either('call', 'call', 'Call'), 'call'],
  [either('text', 'text', 'Text'), 'text, txt, tx, sms, msg, whatsapp'],
  [either('email', 'email', 'E-mail'), 'email, e-mail'],
  [either('demo', 'visit', ''), 'demo, dd, d/d, td, t/d, demo drive, test drive, testdrive, test-drive, prueba'],
  [
    { role: 'meet', beBack: false },
    `appt, appts, appt set, apt, aptmt, appmt, apptmt, apt set, appointment, appointment set, set (an|) (appt|appointment|apt), set (him|her|them|up) (an|) (appt|appointment), made (an|) (appt|appointment), set, book, booked, sched, schedule, scheduled, resched, rescheduled, reschedule, set for, set up for, confirmed, confirmed (appt|for), cita,
    coming, bringing back, coming (in|by|down|out|to the store|to see), comin (in|by), come (in|by|down|see), will (be in|come in|come by|come|stop by|stop in|be here|be by), be (in|here|by), stop (by|in), stopping (by|in), swing (by|in), swinging (by|in), drop (by|in), dropping (by|in), see (him|her|them|us|me), seeing, meet, meet (with|w/), meeting, meeting (with|w/), pick up, pickup, picking up, pick it up, delivery, deliver, delivering, viene, va a venir, vendra`,
  ],
  [
    { role: 'meet', beBack: true },
    "coming back, coming back (in|by), come back, come back (in|by), will come back, he'll be back, she'll be back, they'll be back, will be back, gonna be back, back in (on|at), be back (in|by|on|at), bring back, returning, regresa",
  ],
  [{ role: 'beBack' }, 'bb, b/b, be back, be-back, beback, be-backs, be backs'],
  [
    { role: 'void', missed: false },
    "cancel, cancels, cancelled, canceled, cancelling, canceling, cancled, can't make, cant make, cannot make, won't make, wont make, not coming, no longer coming, postpone, postponed, lost appt, no appt, no appointment, had (appt|appointment|an appt|an appointment)",
  ],
  [
    up('walk_in'),
    'up, new (walk in|walk-in|walkin|walk in up|showroom) (up|lead|customer|), new up, new ups, fresh up, fresh ups, freshup, (fresh|) walk-in, walk in, walkin, walk in up, walk-in up, showroom up, lot up',
  ],
  [
    up('phone'),
    'new (phone|phone-in|phone in|call in|call-in) (up|lead|customer|), phone up, phone-up, phone lead, call in up, phone in up',
  ],
  [
    up('internet'),
    'new (internet|inet|web|online|email|e|website|facebook|fb|autotrader|cargurus) (up|lead|customer), internet (up|lead), web (up|lead), online (up|lead), e-lead, elead',
  ],
  [
    up(null),
    'new (lead|customer|client|cust|prospect|guest|deal|contact|opp|opportunity), add (customer|lead|deal|up|new up|contact|new|), create (customer|lead|deal|contact|new|), new, nuevo cliente, cliente nuevo',
  ],
  [stage('sold'), 'sold, sld, soldd, close won, closed won, vendido, vendida'],
  [stage('delivered'), 'delivered, took delivery, deliverd, delivred, dlvd, entregado'],
  [stage('lost'), 'lost, closed lost, dead deal, dead lead, deal dead, perdido'],
  [stage('write-up'), 'wu, w/u, write up, write-up, writeup, written up, wrote up, writing up, writing up now'],
  [stage('f&i'), 'fi, f&i, f/i, f and i, f+i, fni, in the box, in finance, to finance'],
  [{ role: 'move' }, 'move, moved, moving, mv, put, mark, advance, bump, push, change'],
  [
    { role: 'show' },
    "show, show me, find, look up, lookup, pull up, open, who is, who's, whos, where is, where's, status, status (of|on), what about, update on, whats up with, what's up with, whats going on with, buscar",
  ],
  [{ role: 'give', left: true }, 'left'],
  [{ role: 'give', left: false }, 'gave, give, sent, shot, dropped, returned, took, taking'],
  [
    { role: 'none' },
    "showed interest, showed (him|her|them), lost interest, lost (his|her|their|my|the|a|track|contact|power), sold (his|her|their|my|our|it|its|out|there), called off, test drive unit, demo unit, demo car, demo miles, text message, call center, email address, sold elsewhere, has sold, not sold, isn't sold, isnt sold, is it sold, unsold, get sold, been sold, call it, calls it, note that, new car, new cars, new one, new job, new truck, came with, no longer, no call, no calls, no text, no texts, put down, put (him|her|them|money), change of, to move, check in on, coming (off|up|due|out of), drove away",
  ],
];
