import type { FastifyInstance } from 'fastify';

/** A parsed form or query: a key given twice is a list. */
export type Form = Record<string, string | string[] | undefined>;

/** The one value of a field; a missing or repeated one is undefined. */
export function field(form: Form, name: string): string | undefined {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Lets Fastify read `application/x-www-form-urlencoded`, which it does not by itself. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) => {
    const params = new URLSearchParams(String(text));
    const entries = [...new Set(params.keys())].map((key): [string, string | string[]] => {
      const [first = '', ...more] = params.getAll(key);
      return [key, more.length > 0 ? [first, ...more] : first];
    });
    done(null, Object.fromEntries(entries));
  });
}
