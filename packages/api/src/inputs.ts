import { z } from 'zod';

// zod words its refusals for programmers; a schema's own sentence comes before these.
z.config({
  customError: ({ code, input, origin }) => {
    if (code === 'invalid_type') return input === undefined ? 'is missing' : 'has the wrong form';
    if (code === 'invalid_value') return 'is not one of the choices';
    if (code === 'invalid_format') return 'is malformed';
    if (code === 'invalid_union') return 'has the wrong form';
    const counted = origin === 'string' || origin === 'array';
    if (code === 'too_big') return counted ? 'is too long' : 'is too large';
    if (code === 'too_small') return counted ? 'is too short' : 'is too small';
    return undefined;
  },
});

/** Pieces of inputs that many nouns share. */
export const id = z.uuid('is not an id');
export const cents = z.int('must be whole cents').min(0, 'must not be negative').max(100_000_000_000, 'is too large');
/** Money that may be a loss. */
export const signedCents = z
  .int('must be whole cents')
  .min(-10_000_000_000, 'is too small')
  .max(100_000_000_000, 'is too large');
export const when = z.iso
  .datetime({ offset: true, error: 'must be an instant like 2026-03-02T15:00:00Z' })
  .transform((value) => new Date(value).toISOString());
export const day = z.iso.date('must be a day like 2026-03-02');
export const version = z.int().positive();

/** One line of text; control characters are refused because PostgreSQL or a screen would choke on them. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .refine((value) => !hasControl(value, false), 'holds a character that cannot be stored');

/** Several lines, stored as they came. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `must be at most ${max.toLocaleString('en-US')} characters`)
    .refine((value) => !hasControl(value, true), 'holds a character that cannot be stored');

export const page = { limit: z.int().min(1).max(200).default(50), cursor: z.string().max(200).nullish() };

function hasControl(value: string, breaks: boolean): boolean {
  if (!value.isWellFormed()) return true;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code < 32 && !(breaks && (code === 9 || code === 10 || code === 13))) return true;
    if (code === 127) return true;
  }
  return false;
}
