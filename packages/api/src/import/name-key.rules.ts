import { normaliseName } from '../contact/contact-name.rules.ts';

const keys = new WeakMap<object, string>();

/** Takes something with a name and gives the name's search key, worked out once: every row asks for all members and stages. */
export function nameKey(named: { readonly name: string }): string {
  const known = keys.get(named);
  if (known !== undefined) return known;
  const key = normaliseName(named.name);
  keys.set(named, key);
  return key;
}
