import { wireError } from '@beback/api/user-message';

/** What the server said about single fields of a form, by field name; empty when it said nothing. */
export function fieldProblems(error: unknown): Record<string, string | undefined> {
  return wireError(error)?.fields ?? {};
}
