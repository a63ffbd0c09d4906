/** Somebody without a link to any dealership: gets one sentence and learns nothing. */
export const stranger = { name: 'Unknown number', email: '', phone: '+12145550199', workspace: '' };

const texts: Record<string, readonly string[]> = {
  'ana@northside.example': [
    'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm',
    'lm munoz',
    'UNDO',
  ],
  'ben@northside.example': ['called lopez, cb tmrw 10am', 'lm obrien', 'UNDO'],
};
const anybody = ['called maria lopez 5 min', '?'];

/** Texts worth trying on somebody's phone; what they mean depends on whose customers they are. */
export function textExamples(email: string): readonly string[] {
  return texts[email] ?? anybody;
}

/** Lines worth trying in Slack. */
export const slackExamples = [
  '/deal maria lopez to write-up',
  '/deal lopez to appointment set',
  '/log called maria lopez 3 min, sending numbers',
] as const;
