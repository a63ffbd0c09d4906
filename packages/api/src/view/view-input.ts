import { z } from 'zod';
import { id, line, version } from '../inputs.ts';

/** A filter as the page's address holds it: short names, plain values. */
const Search = z
  .record(z.string().regex(/^[a-zA-Z]{1,30}$/, 'is malformed'), z.union([line(200), z.number(), z.boolean(), z.null()]))
  .refine((search) => Object.keys(search).length <= 20, 'has too many parts');

const page = z.enum(['board', 'deals', 'contacts']);

export const ListViews = z.object({ page: page.optional() }).prefault({});

export const CreateView = z.object({ page, name: line(60), search: Search, shared: z.boolean().default(false) });

export const UpdateView = z.object({
  viewId: id,
  version: version.optional(),
  name: line(60).optional(),
  search: Search.optional(),
  shared: z.boolean().optional(),
});
