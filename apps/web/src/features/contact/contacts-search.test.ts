import { expect, test } from 'vitest';
import { contactsInput, readContactsSearch } from './contacts-search.ts';

const id = '01924d6e-0000-7000-8000-000000000001';

test('an address keeps the filters that make sense and drops the rest', () => {
  const search = {
    q: 214,
    rep: 'nobody',
    source: 'Website',
    deal: 'open',
    not: 'fax',
    company: 'acme',
    sort: 'newest',
  };
  expect(readContactsSearch(search)).toEqual({
    q: '214',
    rep: 'nobody',
    source: 'Website',
    deal: 'open',
    sort: 'newest',
  });
  expect(readContactsSearch({ rep: id, company: id, not: 'text' })).toEqual({ rep: id, company: id, not: 'text' });
});

test('filters are asked of the server in its words', () => {
  expect(contactsInput({})).toEqual({});
  expect(contactsInput({ rep: 'nobody', deal: 'none', not: 'call', sort: 'newest' })).toEqual({
    ownerId: null,
    openDeal: false,
    doNot: 'call',
    sort: 'created',
    order: 'desc',
  });
  expect(contactsInput({ sort: 'oldest' })).toEqual({ sort: 'created' });
  expect(contactsInput({ rep: id, sort: 'name-desc' })).toEqual({ ownerId: id, sort: 'name', order: 'desc' });
});
