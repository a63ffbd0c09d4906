import { expect, test } from 'vitest';
import { plan } from '../../test/import-samples.ts';
import { contactValues } from './contact-rows.rules.ts';
import { type Fillable, fillContact } from './fill-contact.rules.ts';

const nobody: { companyId: string | null; ownerId: string | null } = { companyId: null, ownerId: null };
const maria: Fillable = {
  ...contactValues(plan({ fullName: 'Maria Lopez', phone: '2145550142' }).contact),
  ...nobody,
};
const fill = (known: Partial<Fillable>, fields: Parameters<typeof plan>[0], links = nobody) =>
  fillContact({ ...maria, ...known }, plan(fields).contact, links);

test('what is empty is filled in, what is there stays', () => {
  const row = {
    fullName: 'Maria Lopez',
    email: 'm@lopez.example',
    note: 'Wants blue',
    source: 'Internet',
    city: 'Gary',
  };
  expect(fill({ source: 'Showroom', address: { street: '9 Elm St' } }, row)).toEqual({
    emails: ['m@lopez.example'],
    note: 'Wants blue',
    address: { street: '9 Elm St', city: 'Gary' },
  });
});

test('phones and e-mails are added once, behind the ones that are there', () => {
  const row = { fullName: 'Maria Lopez', phone: '2145550142; 2145550143', email: 'M@LOPEZ.example' };
  expect(fill({ emails: ['m@lopez.example'] }, row)).toEqual({
    phones: [...maria.phones, { phone: '+12145550143', kind: 'mobile' }],
  });
});

test('a row that says nothing new fills in nothing', () => {
  expect(fill({}, { fullName: 'Maria Lopez', phone: '(214) 555-0142' })).toEqual({});
});

test('somebody known by a number alone gets the name; somebody with another name keeps theirs', () => {
  const unnamed = { name: '(214) 555-0142', firstName: null, lastName: null };
  const row = { firstName: 'Maria', lastName: 'Lopez', phone: '2145550142' };
  expect(fill(unnamed, row)).toEqual({ name: 'Maria Lopez', firstName: 'Maria', lastName: 'Lopez' });
  expect(fill({ name: 'Mary Stone', firstName: null, lastName: null }, row)).toEqual({});
});

test('a wish to be left alone is taken over, and never taken away', () => {
  expect(fill({ doNotText: true }, { fullName: 'Maria Lopez', doNotCall: 'yes' })).toEqual({ doNotCall: true });
});

test('a company and a rep are set only where there is none', () => {
  const links = { companyId: 'acme', ownerId: 'ana' };
  expect(fill({ ownerId: 'ben' }, { fullName: 'Maria Lopez' }, links)).toEqual({ companyId: 'acme' });
});

test('the number in the old system is kept in the note', () => {
  expect(contactValues(plan({ fullName: 'Ada', note: 'Hi', externalId: '51' }).contact).note).toBe(
    'Hi\nNumber in the old system: 51',
  );
});
