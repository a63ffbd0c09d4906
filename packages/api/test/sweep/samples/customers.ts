import { type Sample, unique } from './sample.ts';

/** Samples of customers, and what brings them in and takes them out. */
export const customers: Record<string, Sample> = {
  'company.archive': { expect: 'managesRecord', input: async (of) => ({ companyId: await of.company() }) },
  'company.create': {
    expect: 'membersWrite',
    input: () => ({ name: `Acme ${unique()}`, phone: '214-555-0133', website: 'https://acme.example', note: 'n' }),
  },
  'company.get': { expect: 'readsRecord', input: async (of) => ({ companyId: await of.company() }) },
  'company.list': { expect: 'anybodyReads', input: () => ({ query: 'acme', limit: 10 }) },
  'company.update': {
    expect: 'changesRecord',
    input: async (of) => ({ companyId: await of.company(), name: 'Acme', phone: null, version: 1 }),
  },
  'contact.archive': { expect: 'managesRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.duplicates': { expect: 'readsRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.merge': {
    expect: 'managesRecord',
    input: async (of) => ({ keepId: await of.contact(), mergeId: await of.contact(), choose: { name: 'merge' } }),
  },
  'contact.create': {
    expect: 'membersWrite',
    input: () => ({
      name: `Ada ${unique()}`,
      phones: [{ phone: `214555${String(1000 + unique())}`, kind: 'home' }],
      emails: [`ada${unique()}@mail.example`],
      companyName: 'Acme',
      address: { street: '1 Main St', city: 'Dallas' },
      note: 'n',
      doNotText: true,
    }),
  },
  'contact.get': { expect: 'readsRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.list': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), limit: 10 }) },
  'contact.search': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), limit: 10 }) },
  'contact.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      contactId: await of.contact(),
      firstName: 'Ada',
      note: 'n',
      address: { city: 'Dallas' },
      version: 1,
    }),
  },
  'export.download': { expect: 'readsOwn', input: async (of) => ({ exportId: await of.doneExport() }) },
  'export.list': { expect: 'anybodyReads', input: () => ({ limit: 10 }) },
  'export.start': { expect: 'membersWrite', input: () => ({ what: 'contacts', format: 'csv' }) },
  'import.get': { expect: 'readsRecord', input: async (of) => ({ importId: await of.doneImport() }) },
  'import.list': { expect: 'anybodyReads', input: () => ({ limit: 10 }) },
  'import.preview': {
    expect: 'membersWrite',
    input: () => ({
      fileName: 'people.csv',
      contentBase64: Buffer.from('Name,Phone\nAda,2145550100\n').toString('base64'),
    }),
  },
  'import.revert': { expect: 'changesRecord', input: async (of) => ({ importId: await of.doneImport() }) },
  'import.run': {
    expect: 'goesOnWithOwn',
    input: async (of) => ({ importId: await of.previewedImport(), duplicates: 'skip' }),
  },
};
