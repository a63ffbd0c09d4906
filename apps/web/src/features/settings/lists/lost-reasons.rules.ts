/** A reason as the dealership saves it. */
export interface SavedReason {
  key: string;
  name: string;
  bad: boolean;
  hidden: boolean;
}

/** What is saved of the reasons that are shown. */
export function saved(reasons: readonly SavedReason[]): SavedReason[] {
  return reasons.map(({ key, name, bad, hidden }) => ({ key, name, bad, hidden }));
}

/** The reasons in the order of these keys. */
export function inOrder(reasons: readonly SavedReason[], keys: readonly string[]): SavedReason[] {
  return keys.flatMap((key) => reasons.filter((reason) => reason.key === key));
}

/** A new reason: its key is made of its name, and is nobody else's. */
export function reasonNamed(name: string, bad: boolean, others: readonly SavedReason[]): SavedReason {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 32);
  const base = /^[a-z]/.test(words) ? words : `reason_${words || 'own'}`;
  const taken = (key: string) => others.some((other) => other.key === key);
  let key = base;
  for (let nth = 2; taken(key); nth += 1) key = `${base}_${nth}`;
  return { key, name, bad, hidden: false };
}
