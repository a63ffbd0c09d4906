import { expect, test } from 'vitest';
import type { Contact } from '../../api.ts';
import { joined, partText, sideOf } from './merge-choice.rules.ts';

const address = { street: null, city: null, region: null, postalCode: null, country: null };
const keep = {
  name: 'Ana Lopez',
  phones: [{ phone: '+12145550177', kind: 'mobile' }],
  emails: ['ana@mail.example'],
  company: null,
  address,
  source: 'Walk-in',
  note: null,
  ownerId: 'm1',
  doNotCall: false,
  doNotText: true,
  doNotEmail: false,
} as unknown as Contact;
const merge = {
  ...keep,
  name: 'A. Lopez',
  phones: [...keep.phones, { phone: '+12145550188', kind: 'work' }],
  company: { companyId: 'c1', name: 'The Lopez family', kind: 'household' },
  address: { ...address, street: '1 Main St', city: 'Dallas', region: 'TX' },
  ownerId: null,
  doNotCall: true,
  doNotText: false,
} as unknown as Contact;

test('numbers, addresses and wishes of both are joined, each once', () => {
  expect(joined(keep, merge)).toEqual({
    phones: ['+12145550177', '+12145550188'],
    emails: ['ana@mail.example'],
    wishes: 'Do not call or text',
  });
});

test('a part is read as people write it', () => {
  const name = () => 'Ben';
  expect(partText(merge, 'address', name)).toBe('1 Main St, Dallas TX');
  expect(partText(merge, 'company', name)).toBe('The Lopez family');
  expect(partText(keep, 'owner', name)).toBe('Ben');
  expect(partText(merge, 'owner', name)).toBe('');
});

test('without a choice a part stays, unless only the other has it', () => {
  expect(sideOf('name', {}, { keep: 'Ana', merge: 'A.' })).toBe('keep');
  expect(sideOf('company', {}, { keep: '', merge: 'The Lopez family' })).toBe('merge');
  expect(sideOf('company', { company: 'keep' }, { keep: '', merge: 'The Lopez family' })).toBe('keep');
});
