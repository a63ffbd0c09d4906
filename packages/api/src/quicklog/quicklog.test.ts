import { makeContact, makeDeal } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';

const call = 'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm';

async function secondLopez(store: Store, name = 'Hector Lopez') {
  const contactId = await makeContact(database.owner, store.workspaceId, { name });
  return makeDeal(database.owner, store, { ownerId: store.members.rep, contactId });
}

describe('a text that fits exactly one customer', () => {
  test('logs the call with its minutes and note, and sets the follow-up in the dealership’s time', async () => {
    const store = await makeStore();
    const answer = await store.as(store.members.rep, { door: 'sms' }).quicklog.submit.mutate({ text: call });
    expect(answer.status).toBe('logged');
    expect(answer.reply).toContain('Maria Lopez');
    expect(answer.reply).toContain('UNDO');
    const { items: activities } = await store.ana.activity.list.query({ dealId: store.deals.ana.dealId });
    expect(activities).toMatchObject([
      { kind: 'call', outcome: 'reached', minutes: 8, via: 'sms', dealId: store.deals.ana.dealId },
    ]);
    expect(activities[0]?.note).toContain('wants the blue tahoe under 55k');
    const { items: tasks } = await store.ana.task.list.query({ dealId: store.deals.ana.dealId });
    // Friday 6 March 2026, 15:00 in Chicago
    expect(tasks).toMatchObject([{ dueAt: '2026-03-06T21:00:00.000Z', allDay: false, doneAt: null }]);
  });

  test('UNDO takes all of it back, once', async () => {
    const store = await makeStore();
    const phone = store.as(store.members.rep, { door: 'sms' });
    await phone.quicklog.submit.mutate({ text: call });
    const undone = await phone.quicklog.submit.mutate({ text: 'UNDO' });
    expect(undone.reply).toContain('Taken back');
    const { items: activities } = await store.ana.activity.list.query({ dealId: store.deals.ana.dealId });
    const { items: tasks } = await store.ana.task.list.query({ dealId: store.deals.ana.dealId });
    expect([activities, tasks]).toEqual([[], []]);
    expect((await phone.quicklog.submit.mutate({ text: 'undo' })).status).toBe('refused');
  });

  test('the same message twice is logged once, and said so', async () => {
    const store = await makeStore();
    const phone = store.as(store.members.rep, { door: 'sms', delivery: 'SM1' });
    const first = await phone.quicklog.submit.mutate({ text: call });
    const again = await phone.quicklog.submit.mutate({ text: call });
    expect(again.changeIds).toEqual(first.changeIds);
    expect(again.reply).toContain('already');
    const { items } = await store.ana.activity.list.query({ dealId: store.deals.ana.dealId });
    expect(items).toHaveLength(1);
  });

  test('two copies at the same moment are logged once', async () => {
    const store = await makeStore();
    const copies = Array.from({ length: 5 }, () => store.ana.quicklog.submit.mutate({ text: call, messageId: 'm-1' }));
    const answers = await Promise.all(copies);
    expect(new Set(answers.flatMap((answer) => answer.changeIds)).size).toBe(1);
    const { items } = await store.ana.activity.list.query({ dealId: store.deals.ana.dealId });
    expect(items).toHaveLength(1);
  });

  test('a move says from where to where, and undo puts the deal back', async () => {
    const store = await makeStore();
    const slack = store.as(store.members.manager, { door: 'slack' });
    const answer = await slack.quicklog.submit.mutate({ text: 'lopez to write-up' });
    expect(answer.reply).toContain('from New up to Write-up');
    const [changeId = ''] = answer.changeIds;
    await slack.change.undo.mutate({ changeId });
    expect((await store.manager.deal.get.query({ dealId: store.deals.ana.dealId })).stageId).toBe(
      store.stages['New up'],
    );
  });

  test('a slip of the finger is understood; a name that only resembles is asked about, and nothing is written', async () => {
    const { ana, deals } = await makeStore();
    const said = async (text: string) => ana.quicklog.submit.mutate({ text });
    expect((await said('called maria lopes 3 min')).status).toBe('logged');
    expect((await said('called lopze 3 min')).status).toBe('logged');
    const asked = await said('called mae 3 min');
    expect(asked).toMatchObject({ status: 'ask', options: [{ choice: 1 }], changeIds: [] });
    expect(asked.reply).toContain('Nobody is called "mae". Did you mean:');
    expect((await ana.activity.list.query({ dealId: deals.ana.dealId })).items).toHaveLength(2);
  });

  test('a note on its own is kept in the rep’s words', async () => {
    const store = await makeStore();
    const words = 'maria lopez wife has to see it first 🚙 "blue only"';
    expect((await store.ana.quicklog.submit.mutate({ text: words })).status).toBe('logged');
    const { items } = await store.ana.activity.list.query({ dealId: store.deals.ana.dealId });
    expect(items[0]?.note).toContain('wife has to see it first 🚙 "blue only"');
  });

  test('undo is refused when somebody changed it since', async () => {
    const store = await makeStore();
    const moved = await store.ana.quicklog.submit.mutate({ text: 'lopez to write-up' });
    await store.manager.deal.move.mutate({ dealId: store.deals.ana.dealId, stageId: store.stages['F&I'] });
    const undone = await store.ana.quicklog.submit.mutate({ text: 'undo' });
    expect([moved.status, undone.status]).toEqual(['logged', 'refused']);
    expect((await store.ana.deal.get.query({ dealId: store.deals.ana.dealId })).stageId).toBe(store.stages['F&I']);
  });
});

describe('a text that fits several customers', () => {
  test('asks a numbered question and writes nothing until it is answered', async () => {
    const store = await makeStore();
    const hector = await secondLopez(store);
    const phone = store.as(store.members.rep, { door: 'sms' });
    const asked = await phone.quicklog.submit.mutate({ text: 'called lopez 5 min' });
    expect(asked.status).toBe('ask');
    expect(asked.options?.map((option) => option.choice)).toEqual([1, 2]);
    expect(asked.changeIds).toEqual([]);
    expect((await store.ana.activity.list.query({ dealId: hector.dealId })).items).toEqual([]);
    const choice = asked.options?.find((option) => option.label.includes('Hector'))?.choice;
    const answered = await phone.quicklog.submit.mutate({ text: String(choice) });
    expect(answered.status).toBe('logged');
    expect((await store.ana.activity.list.query({ dealId: hector.dealId })).items).toHaveLength(1);
    expect((await store.ana.activity.list.query({ dealId: store.deals.ana.dealId })).items).toEqual([]);
  });

  test('the question belongs to its sender', async () => {
    const store = await makeStore();
    await secondLopez(store);
    const asked = await store.ana.quicklog.submit.mutate({ text: 'called lopez 5 min' });
    const other = await store.manager.quicklog.answer.mutate({ questionId: asked.questionId ?? '', choice: 1 });
    expect(other).toMatchObject({ status: 'refused', changeIds: [] });
  });

  test('the question expires', async () => {
    const store = await makeStore();
    await secondLopez(store);
    const asked = await store.ana.quicklog.submit.mutate({ text: 'called lopez 5 min' });
    store.clock.at = '2026-03-02T16:00:00.000Z';
    const late = await store.ana.quicklog.answer.mutate({ questionId: asked.questionId ?? '', choice: 1 });
    expect(late).toMatchObject({ status: 'refused', changeIds: [] });
  });

  test('a number that is not offered changes nothing and leaves the question open', async () => {
    const store = await makeStore();
    await secondLopez(store);
    const asked = await store.ana.quicklog.submit.mutate({ text: 'called lopez 5 min' });
    const questionId = asked.questionId ?? '';
    expect((await store.ana.quicklog.answer.mutate({ questionId, choice: 9 })).reply).toContain('1 to 2');
    expect((await store.ana.quicklog.answer.mutate({ questionId, choice: 1 })).status).toBe('logged');
    expect((await store.ana.quicklog.answer.mutate({ questionId, choice: 1 })).status).toBe('refused');
  });

  test('a full name settles it without a question', async () => {
    const store = await makeStore();
    await secondLopez(store);
    expect((await store.ana.quicklog.submit.mutate({ text: 'lm hector lopez' })).status).toBe('logged');
  });
});

describe('what a rep may not see', () => {
  test('does not make a name ambiguous, and is not hinted at', async () => {
    const store = await makeStore();
    const contactId = await makeContact(database.owner, store.workspaceId, { name: 'Rosa Lopez' });
    await makeDeal(database.owner, store, { ownerId: store.members.otherRep, contactId });
    expect((await store.ana.quicklog.submit.mutate({ text: 'lm lopez' })).status).toBe('logged');
    const foreign = await store.ana.quicklog.submit.mutate({ text: 'lm obrien' });
    const nobody = await store.ana.quicklog.submit.mutate({ text: 'lm zzyzx' });
    expect(foreign.reply.replace('obrien', '_').replace('obrien', '_')).toBe(
      nobody.reply.replace('zzyzx', '_').replace('zzyzx', '_'),
    );
  });

  test('a read-only member logs nothing', async () => {
    const store = await makeStore();
    await expect(store.reader.quicklog.submit.mutate({ text: call })).rejects.toThrow('look at everything');
  });
});

describe('closing a deal by text', () => {
  test('sold is shown before it is done', async () => {
    const store = await makeStore();
    const asked = await store.ana.quicklog.submit.mutate({ text: 'lopez sold' });
    expect(asked.status).toBe('ask');
    expect((await store.ana.deal.get.query({ dealId: store.deals.ana.dealId })).stageId).toBe(store.stages['New up']);
    const done = await store.ana.quicklog.answer.mutate({ questionId: asked.questionId ?? '', choice: 1 });
    expect(done.reply).toContain('to Sold');
    expect(await store.ana.deal.get.query({ dealId: store.deals.ana.dealId })).toMatchObject({
      stageId: store.stages.Sold,
      soldOn: '2026-03-02',
    });
  });

  test('lost asks for its reason when none was said', async () => {
    const store = await makeStore();
    const asked = await store.ana.quicklog.submit.mutate({ text: 'lost lopez' });
    expect(asked.options).toHaveLength(9);
    const done = await store.ana.quicklog.answer.mutate({ questionId: asked.questionId ?? '', choice: 2 });
    expect(done.status).toBe('logged');
    expect(await store.ana.deal.get.query({ dealId: store.deals.ana.dealId })).toMatchObject({
      lostReason: 'price_or_payment',
    });
  });

  test('left as it is when the preview is declined', async () => {
    const store = await makeStore();
    const asked = await store.ana.quicklog.submit.mutate({ text: 'lopez sold' });
    await store.ana.quicklog.answer.mutate({ questionId: asked.questionId ?? '', choice: 2 });
    expect((await store.ana.deal.get.query({ dealId: store.deals.ana.dealId })).stageId).toBe(store.stages['New up']);
  });
});

test('a new up opens a deal with its customer, and UNDO takes both back', async () => {
  const store = await makeStore();
  const answer = await store.ana.quicklog.submit.mutate({ text: 'new up john smith 214-555-0142 used f150' });
  expect(answer).toMatchObject({ status: 'logged' });
  const found = await store.ana.contact.search.query({ query: '(214) 555-0142' });
  expect(found.items).toMatchObject([{ name: 'John Smith', phone: '+12145550142' }]);
  await store.ana.quicklog.submit.mutate({ text: 'undo' });
  expect((await store.ana.contact.search.query({ query: '2145550142' })).items).toEqual([]);
});
