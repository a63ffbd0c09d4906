import { makeContact, makeDeal } from '@beback/db/test';
import { beforeAll, expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';
import { readQuery } from './search-query.rules.ts';

let store: Store;

beforeAll(async () => {
  store = await makeStore();
  const people = [
    { name: 'Józef Łopez', phone: '+12145550142', email: 'jozef@mail.example' },
    { name: 'Anne-Marie Dupont', phone: '+13035550111' },
    { name: 'Wei Chen', email: 'wei.chen_85@mail.example' },
    { name: 'Klaus Müller', phone: '+491711234567' },
  ];
  for (const person of people) await makeContact(database.owner, store.workspaceId, person);
});

const found = async (query: string) =>
  (await store.manager.contact.search.query({ query })).items.map((item) => item.name);

test.each([
  ['lopez', ['Józef Łopez', 'Maria Lopez']],
  ['lopes', ['Józef Łopez', 'Maria Lopez']],
  ['Łopez', ['Józef Łopez', 'Maria Lopez']],
  ['maria lop', ['Maria Lopez']],
  ['lopez maria', ['Maria Lopez']],
  ['jozef', ['Józef Łopez']],
  ['o brien', ["John O'Brien"]],
  ['OBrien', ["John O'Brien"]],
  ['O’Brien', ["John O'Brien"]],
  ['anne marie', ['Anne-Marie Dupont']],
  ['annemarie dupond', ['Anne-Marie Dupont']],
  ['muller', ['Klaus Müller']],
  ['(214) 555-0142', ['Józef Łopez']],
  ['214.555.0142', ['Józef Łopez']],
  ['+1 214 555 0142', ['Józef Łopez']],
  ['5550142', ['Józef Łopez']],
  ['0142', ['Józef Łopez']],
  ['214-555-0142 ext. 12', ['Józef Łopez']],
  ['0171 1234567', ['Klaus Müller']],
  ['lopez 5550142', ['Józef Łopez']],
  ['jozef@mail.example', ['Józef Łopez']],
  ['wei.chen_85@mail', ['Wei Chen']],
  ['lopez nobody', []],
  ['"; drop', []],
  ['🚗', []],
  ['%', []],
  ['   ', []],
])('"%s" finds %j', async (query, names) => {
  expect(await found(query)).toEqual(names);
});

test('what was typed exactly stands before what only resembles it', async () => {
  await makeContact(database.owner, store.workspaceId, { name: 'Zoe Lopes' });
  const { items } = await store.manager.contact.search.query({ query: 'lopes' });
  expect(items.map((item) => item.name)).toEqual(['Zoe Lopes', 'Józef Łopez', 'Maria Lopez']);
  expect(items[0]?.score).toBe(1);
  expect(items[1]?.score).toBeLessThan(0.6);
});

test('a hit names the latest open deal of the customer', async () => {
  const { workspaceId, manager, deals, members } = store;
  const contactId = await makeContact(database.owner, workspaceId, { name: 'Dana Dealmaker' });
  await makeDeal(database.owner, store, { contactId, ownerId: members.rep });
  const latest = await makeDeal(database.owner, store, { contactId, ownerId: members.rep });
  const { items } = await manager.contact.search.query({ query: 'dealmaker' });
  expect(items).toMatchObject([
    { contactId, dealId: latest.dealId, dealNumber: latest.number, phone: null, email: null },
  ]);
  expect((await manager.contact.search.query({ query: 'maria' })).items[0]?.dealId).toBe(deals.ana.dealId);
});

test('a rep finds only customers they may see, by name and by number', async () => {
  expect((await store.ben.contact.search.query({ query: 'lopez' })).items).toEqual([]);
  expect((await store.ben.contact.search.query({ query: '5550142' })).items).toEqual([]);
  expect((await store.ana.contact.search.query({ query: 'lopez' })).items.map((item) => item.name)).toEqual([
    'Maria Lopez',
  ]);
});

test('a customer of another workspace is never found', async () => {
  const other = await makeStore({ name: 'Lakeside Autos' });
  expect((await other.manager.contact.search.query({ query: 'müller' })).items).toEqual([]);
});

test('the list is searched the same way', async () => {
  const { items } = await store.manager.contact.list.query({ query: 'lopes' });
  expect(items.map((item) => item.name)).toContain('Maria Lopez');
});

test.each([
  ['lopez 214 555 0142', { words: ['lopez'], digits: ['2145550142'] }],
  ['bob1985@mail.example', { words: ['bob1985@mail.example'], digits: [] }],
  ['f150 12', { words: ['f150', '12'], digits: [] }],
  ['dr. smith', { words: ['dr', 'smith'], digits: [] }],
])('the query "%s" is taken apart', (query, parts) => {
  expect(readQuery(query)).toEqual(parts);
});
