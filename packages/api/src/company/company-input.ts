import { z } from 'zod';
import { id, line, page, text, version } from '../inputs.ts';

/** A company, or a household: people who buy together. */
const kind = z.enum(['company', 'household']);

const fields = {
  kind: kind.optional(),
  phone: line(40).nullish(),
  website: line(300).nullish(),
  note: text(10_000).nullish(),
};

export const ListCompanies = z.object({ ...page, query: line(200).optional(), kind: kind.optional() }).prefault({});

export const NewCompany = z.object({ ...fields, name: line(200) });
export const UpdateCompany = z.object({
  ...fields,
  name: line(200).optional(),
  companyId: id,
  version: version.optional(),
});

/** `movePeopleTo`: where its people go; null for no company at all. Without it a company with people is refused. */
export const ArchiveCompany = z.object({ companyId: id, movePeopleTo: id.nullish() });
