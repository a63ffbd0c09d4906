import { z } from 'zod';
import { id, line, text, version } from '../inputs.ts';

const fields = {
  phone: line(40).nullish(),
  website: line(300).nullish(),
  note: text(10_000).nullish(),
};

export const NewCompany = z.object({ ...fields, name: line(200) });
export const UpdateCompany = z.object({
  ...fields,
  name: line(200).optional(),
  companyId: id,
  version: version.optional(),
});
