import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { Step } from '../recipe.ts';

export type Row = readonly unknown[];
export type Given = Record<string, string>;

/** A recipe being carried out on one connection. */
export interface Transaction {
  /** What the next statements' parameters are called. */
  given: Given;
  /** Sends the next so many statements together; gives the rows of each. */
  send(count: number): Promise<Row[][]>;
  /** How many statements are not sent yet. */
  left(): number;
}

/** Begins at the recipe's first statement. The connection must have one socket only. */
export function follow(sql: postgres.Sql, recipe: Step[], given: Given): Transaction {
  let at = 0;
  const value = (name: string): string => {
    // Ids that a call makes; a parameter that nobody knows fails in the database, in words.
    if (name.startsWith('new')) given[name] ??= randomUUID();
    return given[name] ?? `unknown parameter ${name}`;
  };
  const sendOne = ({ text, values }: Step): Promise<Row[]> => {
    if (values.length === 0) return sql.unsafe(text).values();
    const bound = values.map((entry) => ('given' in entry ? value(entry.given) : entry.always));
    return sql.unsafe(text, bound, { prepare: true }).values();
  };
  return {
    given,
    left: () => recipe.length - at,
    send: (count) => {
      const steps = recipe.slice(at, at + count);
      at += count;
      return Promise.all(steps.map(sendOne));
    },
  };
}

/** One socket, and parameters that are text already: what a recipe is followed on. */
export const socket: postgres.Options<Record<string, never>> = { max: 1, fetch_types: false, onnotice: () => {} };

/** Takes the driver's serializers away, which would make JSON of JSON and false of "t". */
export function asText(sql: postgres.Sql): postgres.Sql {
  sql.options.serializers = {};
  return sql;
}
