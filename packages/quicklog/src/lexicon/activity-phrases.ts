import type { ActivityKind, Outcome } from '../types.ts';
import { slips } from './expand.ts';
import type { Meaning } from './meanings.ts';

type Line = readonly [Meaning, string];

function did(
  kind: ActivityKind,
  outcome: Outcome | null = null,
  more: { anywhere?: true; headOnly?: true; beBack?: true } = {},
): Meaning {
  return {
    role: 'did',
    kind,
    outcome,
    anywhere: more.anywhere ?? false,
    headOnly: more.headOnly ?? false,
    beBack: more.beBack ?? false,
  };
}

const message = '(vm|vmail|v/m|v-mail|voicemail|voice mail|message|msg|mssg|mess|mensaje|recado)';

/** Things that happened, in the words reps use for them. Commas part the phrases. */
export const activityLines: readonly Line[] = [
  [
    did('call'),
    `called, called (back|in|again|up), calld, rang, phoned, dialed, cld, returned (call|a call|her call|his call|their call|my call), missed call, missed (a|) call from, (vm|voicemail|message|msg|missed call) from, got (a|) (vm|voicemail|call) from,
    ob call, outbound call, ib call, inbound call, phone call, (quick|short|long|good|great|intro|another|second|first|had a|follow up|followup) (phone|) call, llame, llame a, le llame, marque, llamo, ${slips('called').join(', ')}`,
  ],
  [
    did('call', 'reached'),
    `spoke, spoke to, spk w/, spk with, spoken (with|to), talked, talked to, tlkd, tlked, talk w/, talk with, chatted, convo, conversation, reached, connected, answered,
    got (ahold|hold|a hold|hld) of, got thru to, got through to, (on|off) (the|) phone, just off (the|) phone, got off (the|) (phone|call), call (with|w/), on a call, hable, hable con, contesto, ${slips('spoke').join(', ')}, ${slips('talked').join(', ')}`,
  ],
  [
    did('call'),
    "reached out, reached out to, contacted, followed up, followed up with, followed-up with, f/u'd, fu'd, checked in with, touched base, touched base with, caught up with, circled back, circled back with, facetimed",
  ],
  [did('note', null, { headOnly: true }), 'replied, replied to, responded, responded to'],
  [
    did('call', 'left_message', { anywhere: true }),
    `lm, l/m, lvm, lvmm, l/vm, lmtcb, lvmtcb, lmom, lvm'd, left (a|her a|him a|them a|her|him|them|another|another a|) ${message}, left word, deje ${message}, le deje ${message}`,
  ],
  [did('call', 'left_message'), 'vm, vm for, v/m, vmail, voicemail, message for, vm left, msg left, message left'],
  [
    did('call', 'no_answer', { anywhere: true }),
    `n/a, no answer, no answr, no anwser, no awnser, no ans, no answer yet, noanswer, did(n't|nt| not) (answer|pick up|pickup|respond|reply), no pick up, no pickup, not (answering|picking up), no reply, no response, no resp,
    (vm|mailbox|voicemail|voice mail|vmail|box) (is|was|) full, no vm, no voicemail, no vm set up, vm not set up, went to (vm|voicemail), straight to (vm|voicemail), goes to (vm|voicemail), got (vm|voicemail|his vm|her vm), rang out, no contesta, no contesto, unable to reach, could(n't|nt| not) reach, can(t|'t|not) reach, couldnt get (ahold|hold) of`,
  ],
  [
    did('call', 'no_answer'),
    'na, tried, tried (calling|to call|reaching|to reach|again), attempted, attempted (call|to call), busy signal, line busy',
  ],
  [
    did('text'),
    `texted, texted (back|again), txtd, txted, txt'd, text'd, texed, messaged, msgd, msg'd, whatsapped, dm'd, dmd, sent (a|her a|him a|them a|) (text|txt|text message|msg|message|sms) (to|), text (from|w/|with), texts (from|w/|with), replied (by|via) text, le texte, le mande texto, ${slips('texted').join(', ')}`,
  ],
  [
    did('email'),
    `emailed, e-mailed, emaild, email'd, emld, sent (an|her an|him an|them an|) (email|e-mail) (to|), email (from|w/|with), ${slips('emailed').join(', ')}`,
  ],
  [
    did('visit'),
    `came (in|by|down|to see|to the store|to the lot|to the dealership|in store|to dealership|out to the lot), stopped (by|in), stoped (by|in), stopd by, dropped (by|in), swung by, popped in, walked in, walked the lot, showed, showed up, showed for appt, showed for (his|her|their|) (appt|appointment), visited, was here, were here, in today, (was|were) in (store|the store|the showroom|today), in (the|) (store|showroom), in-store, at (the|) (store|dealership|lot),
    on (the|) (lot|floor|showroom floor), is here, are here, here, here now, arrived, checked in, just walked in, sat down, vino, vino a, llego, is in (the|) (store|showroom), desked`,
  ],
  [
    did('visit', null, { headOnly: true }),
    'met, met (with|w/), saw, visit, visit (with|w/|from), greeted, walkaround, walked, helped, showed',
  ],
  [
    did('visit', null, { beBack: true }),
    'came back, came back in, came back (by|for), is back, is back in, back in (the|) store, back in today, back again, here again, returned to (the|) (store|lot), be-back visit, regreso, 2nd visit, second visit',
  ],
  [
    did('demo', null, { anywhere: true }),
    `demo'd, demoed, demod, demo'ed, demo-d, demo d, test drove, test-drove, test driven, test-drive'd, tested drove, did (a|the|) (demo|test drive|td|dd), had (a|) (demo|test drive), took (a|for a|on a|him for a|her for a|them for a) (test drive|drive|spin|demo|ride), (went|went out) (for|on) (a|) (test drive|drive|demo|ride)`,
  ],
  [did('demo'), 'drove'],
  [did('note'), 'note, note (on|for|to|re), notes, notes (on|for), fyi on, nota'],
  [
    did('note', null, { headOnly: true }),
    'offered, quoted, told, asked, pitched, presented, pulled credit, pulled credit on, ran credit, ran credit on, appraised',
  ],
  [did('note'), "t/o, t/o'd, to'd, turned over, turned (him|her|them) over"],
  [
    { role: 'void', missed: true },
    "no show, no-show, noshow, no-showed, no showed, noshowed, ns, n/s, didn't show, didnt show, did not show, didn't show up, didnt show up, never showed, never showed up, stood (me|us) up, missed (appt|apt|appointment|his appt|her appt|their appt|his appointment|her appointment|their appointment|the appt|the appointment)",
  ],
];
