import type { Sent } from './statement-log.ts';

/** One statement of a call, as our server sends it; what differs from call to call has a name. */
export interface Step {
  text: string;
  values: ({ always: string | null } | { given: string })[];
}

/** The statements of each call, in order. A search has one per query: what a word may be confused with is worked out before. */
export type Recipes = Record<string, Step[]>;

/** Under which name a call's recipe is kept. */
export function recipeOf(call: string, input: Record<string, unknown>): string {
  return input.query === undefined ? call : `${call} ${input.query}`;
}

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Makes a recipe of what was overheard. A parameter is known by its value: `known` names those of the call that was
 * overheard, ids that nobody knows are new ones ("new1", "new2"), JSON with the number of a change is an announcement. The
 * rest is always the same.
 */
export function toRecipe(sent: Sent[], known: Record<string, string>): Step[] {
  const names = new Map(Object.entries(known).map(([name, value]) => [value, name]));
  let made = 0;
  const nameOf = (value: string): string | undefined => {
    if (value.startsWith('{"workspaceId"') && value.includes('"seq"')) return 'announcement';
    if (uuidV7.test(value) && !value.includes('-7000-8000-') && !names.has(value)) names.set(value, `new${++made}`);
    return names.get(value);
  };
  return sent.map(({ text, values }) => ({
    text,
    values: values.map((value) => {
      const given = value === null ? undefined : nameOf(value);
      return given === undefined ? { always: value } : { given };
    }),
  }));
}
