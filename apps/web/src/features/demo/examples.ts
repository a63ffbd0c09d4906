import type { Board } from '../../api.ts';

/** Somebody without a link to any dealership: gets one sentence and learns nothing. */
export const stranger = { name: 'Unknown number', email: '', phone: '+12145550199', workspace: '' };

const texts: Record<string, readonly string[]> = {
  'ana@northside.example': [
    'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm',
    'lm munoz',
    'UNDO',
  ],
  'ben@northside.example': ['called patel, cb tmrw 10am', 'lm obrien', 'UNDO'],
};
const anybody = ['called maria lopez 5 min', '?'];

/** Texts worth trying on somebody's phone; what they mean depends on whose customers they are. */
export function textExamples(email: string): readonly string[] {
  return texts[email] ?? anybody;
}

/** Lines worth trying in Slack; the first moves the deal that the phone talks about, whoever was here before. */
export function slackExamples(board: Board | undefined): readonly string[] {
  const stage = board?.stages.find(({ deals }) => deals.some(({ contactName }) => contactName === 'Maria Lopez'));
  return [
    `/deal maria lopez to ${stage?.name === 'Write-up' ? 'demo drive' : 'write-up'}`,
    '/deal patel to appointment set',
    '/log called maria lopez 3 min, sending numbers',
  ];
}
