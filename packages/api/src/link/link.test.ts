import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';
import { linkPhone, memberByPhone } from './phones.ts';
import { offerSlackLink } from './slack-users.ts';

let made = 0;
const number = () => {
  made += 1;
  return `+1214555${String(2000 + made)}`;
};
const delivery = (externalId = `SM${crypto.randomUUID()}`) => ({ provider: 'twilio', externalId });
const text = (store: Store, phone: string, words: string, by = delivery()) =>
  linkPhone(store.services, { phone, text: words, delivery: by });
const codeOf = async (who: Store['ana']) => (await who.link.phoneCode.mutate()).code;
const whose = async (store: Store, phone: string) => (await memberByPhone(store.services, phone))?.memberId ?? null;
const log = async (store: Store) =>
  (await store.boss.audit.list.query({ what: 'people' })).items.map(({ summary, memberName, door, procedure }) => [
    procedure,
    memberName,
    door,
    summary,
  ]);
/** Links a new number to a member by a code. */
async function linked(store: Store, who = store.ana): Promise<string> {
  const phone = number();
  expect(await text(store, phone, await codeOf(who))).toMatchObject({ kind: 'linked' });
  return phone;
}

describe('a phone', () => {
  test('is linked by texting the code from it, which is answered with whom it now logs for', async () => {
    const store = await makeStore();
    const phone = number();
    const { code, number: line, expiresAt } = await store.ana.link.phoneCode.mutate();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect([line, expiresAt]).toEqual(['+12145550100', '2026-03-02T15:10:00.000Z']);
    expect(await text(store, phone, ` link ${code.toLowerCase()} `)).toEqual({
      kind: 'linked',
      reply: 'Linked: this phone now logs for Ana Rep at Northside Motors. Text ? for what works here.',
    });
    expect(await whose(store, phone)).toBe(store.members.rep);
    expect(await log(store)).toEqual([['link.phone', 'Ana Rep', 'sms', `linked a phone ending ${phone.slice(-4)}`]]);
  });

  test('is linked by a code once, for ten minutes, and only by the latest', async () => {
    const store = await makeStore();
    const [first, second] = [await codeOf(store.ana), await codeOf(store.ana)];
    expect(await text(store, number(), first)).toBeNull();
    expect(await text(store, number(), second)).toMatchObject({ kind: 'linked' });
    expect(await text(store, number(), second)).toBeNull();
    const late = await codeOf(store.ana);
    store.clock.at = '2026-03-02T15:10:00.000Z';
    expect(await text(store, number(), late)).toBeNull();
  });

  test('is linked once when the code comes from two phones at the same moment', async () => {
    const store = await makeStore();
    const code = await codeOf(store.ana);
    const phones = [number(), number(), number()];
    const answers = await Promise.all(phones.map((phone) => text(store, phone, code)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    const holders = await Promise.all(phones.map((phone) => whose(store, phone)));
    expect(holders.filter(Boolean)).toEqual([store.members.rep]);
  });

  test('is linked once when the text is delivered twice, and answered alike', async () => {
    const store = await makeStore();
    const [phone, code, by] = [number(), await codeOf(store.ana), delivery()];
    const first = await text(store, phone, code, by);
    expect(await text(store, phone, code, by)).toEqual(first);
    expect(await log(store)).toHaveLength(1);
  });

  test('leaves who had it before, also in another dealership, and tells neither of the other', async () => {
    const [store, other] = [await makeStore({ name: 'First Motors' }), await makeStore({ name: 'Second Motors' })];
    const phone = await linked(store);
    expect(await text(other, phone, await codeOf(other.ben))).toMatchObject({ kind: 'linked' });
    expect(await whose(other, phone)).toBe(other.members.otherRep);
    const [row] = await database.owner`select phone, phone_seen_at from members
      where workspace_id = ${store.workspaceId} and id = ${store.members.rep}`;
    expect(row).toEqual({ phone: null, phone_seen_at: null });
    const lost = `unlinked Ana Rep’s phone ending ${phone.slice(-4)}: somebody else has proved that it is theirs`;
    expect((await log(store))[0]).toEqual(['link.unlink', null, 'sms', lost]);
    expect(JSON.stringify(await log(store))).not.toMatch(/Ben|Second/);
    expect(await log(other)).toHaveLength(1);
    expect(JSON.stringify(await log(other))).not.toMatch(/Ana|First/);
  });

  test('changes hands whole when two people of two dealerships claim it at the same moment', async () => {
    const stores = [await makeStore(), await makeStore(), await makeStore()];
    const phone = number();
    const codes = await Promise.all(stores.map((store) => codeOf(store.ana)));
    const answers = await Promise.all(stores.map((store, nth) => text(store, phone, codes[nth] ?? '')));
    expect(answers).toEqual(answers.map(() => expect.objectContaining({ kind: 'linked' })));
    const rows = await database.owner`select id from members where phone = ${phone}`;
    expect(rows).toHaveLength(1);
    expect(stores.map((store) => store.members.rep)).toContain(rows[0]?.id);
  });

  test('is not linked to somebody who has left since, and no longer theirs when they leave', async () => {
    const store = await makeStore();
    const phone = await linked(store, store.reader);
    const code = await codeOf(store.reader);
    await store.boss.member.remove.mutate({ memberId: store.members.readOnly });
    expect(await whose(store, phone)).toBeNull();
    expect(await text(store, number(), code)).toBeNull();
  });

  test('may try five codes an hour; the sixth is not looked at, even if it is right', async () => {
    const store = await makeStore();
    const phone = number();
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(await text(store, phone, `0000-000${attempt}`)).toBeNull();
    const code = await codeOf(store.ana);
    expect(await text(store, phone, code)).toEqual({ kind: 'exhausted' });
    store.clock.at = '2026-03-02T16:00:00.000Z';
    expect(await text(store, phone, await codeOf(store.ana))).toMatchObject({ kind: 'linked' });
  });

  test('that was silent for 90 days has to be proved again; a text a day keeps it', async () => {
    const store = await makeStore();
    const phone = await linked(store);
    const seen = async () => {
      const [row] = await database.owner`select phone_seen_at, version from members where phone = ${phone}`;
      return [new Date(row?.phone_seen_at).toISOString(), row?.version];
    };
    const [first, version] = await seen();
    store.clock.at = '2026-03-03T14:00:00.000Z';
    expect(await whose(store, phone)).toBe(store.members.rep);
    expect(await seen()).toEqual([first, version]);
    store.clock.at = '2026-05-30T15:00:00.000Z';
    expect(await whose(store, phone)).toBe(store.members.rep);
    expect(await seen()).toEqual([store.clock.at, version]);
    store.clock.at = '2026-08-29T15:00:00.000Z';
    expect(await whose(store, phone)).toBeNull();
    expect(await text(store, phone, await codeOf(store.ana))).toMatchObject({ kind: 'linked' });
    expect(await whose(store, phone)).toBe(store.members.rep);
  });

  test('is unlinked by its member at once, and what is not linked is no change', async () => {
    const store = await makeStore();
    const phone = await linked(store);
    const { changeId } = await store.ana.link.unlinkPhone.mutate();
    expect(await whose(store, phone)).toBeNull();
    expect((await log(store))[0]).toEqual([
      'link.unlinkPhone',
      'Ana Rep',
      'web',
      `unlinked their phone ending ${phone.slice(-4)}`,
    ]);
    expect(await store.ana.link.unlinkPhone.mutate()).toMatchObject({ changeId: null });
    const again = refusal(store.ana.change.undo.mutate({ changeId: changeId ?? '' }));
    expect(await again).toMatchObject({ reason: 'not_undoable' });
  });

  test('is unlinked by a manager for those who work for them, and never named in full', async () => {
    const store = await makeStore();
    const phone = await linked(store);
    const bossPhone = await linked(store, store.boss);
    const unlink = (memberId: string) => store.manager.link.unlink.mutate({ memberId, what: 'phone' });
    expect(await refusal(unlink(store.members.owner))).toMatchObject({ code: 'FORBIDDEN' });
    await unlink(store.members.rep);
    expect([await whose(store, phone), await whose(store, bossPhone)]).toEqual([null, store.members.owner]);
    const [rows] = await database.owner`select string_agg(c::text, ' ') as all from changes c
      where workspace_id = ${store.workspaceId}`;
    expect(rows?.all).not.toContain(phone);
  });
});

describe('a Slack user', () => {
  const user = () => {
    made += 1;
    return { teamId: 'T0NEW', userId: `U0NEW${made}` };
  };
  const offer = async (store: Store, of = user()) => {
    const url = (await offerSlackLink(store.services, of)) ?? '';
    expect(url).toMatch(/^https:\/\/beback\.example\/link\/slack\/[\w-]+$/);
    return { ...of, token: url.split('/').at(-1) ?? '' };
  };
  const found = async ({ teamId, userId }: { teamId: string; userId: string }) =>
    (await database.db.identity.bySlack(teamId, userId))?.memberId ?? null;

  test('is linked by who opens the one-time link and says yes; looking takes nothing', async () => {
    const store = await makeStore();
    const { token, ...who } = await offer(store);
    for (const _time of [1, 2]) expect(await store.ana.link.lookSlack.query({ token })).toMatchObject(who);
    expect(await found(who)).toBeNull();
    expect(await store.ana.link.slack.mutate({ token })).toMatchObject(who);
    expect(await found(who)).toBe(store.members.rep);
    expect(await refusal(store.ben.link.slack.mutate({ token }))).toMatchObject({ code: 'NOT_FOUND' });
    const summary = `linked the Slack user ${who.userId} of T0NEW`;
    expect(await log(store)).toEqual([['link.slack', 'Ana Rep', 'web', summary]]);
  });

  test('is linked for fifteen minutes, and only by the latest link', async () => {
    const store = await makeStore();
    const who = user();
    const [first, second] = [await offer(store, who), await offer(store, who)];
    expect(await refusal(store.ana.link.slack.mutate({ token: first.token }))).toMatchObject({ code: 'NOT_FOUND' });
    store.clock.at = '2026-03-02T15:15:00.000Z';
    for (const call of [() => store.ana.link.lookSlack.query(second), () => store.ana.link.slack.mutate(second)])
      expect(await refusal(call())).toMatchObject({ code: 'NOT_FOUND', reason: 'link_over' });
  });

  test('cannot be put into a link by hand', async () => {
    const store = await makeStore();
    const { token } = await offer(store);
    const forged = token.replace(/U0NEW\d+/, 'U0VICTIM');
    expect(await refusal(store.ana.link.slack.mutate({ token: forged }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await offerSlackLink(store.services, { teamId: 'T0', userId: 'a/../b' })).toBeNull();
  });

  test('leaves who had it before, and is unlinked at once', async () => {
    const [store, other] = [await makeStore(), await makeStore()];
    const who = user();
    await store.ana.link.slack.mutate(await offer(store, who));
    await other.ben.link.slack.mutate(await offer(other, who));
    expect(await found(who)).toBe(other.members.otherRep);
    expect((await log(store))[0]).toEqual([
      'link.unlink',
      null,
      'web',
      `unlinked Ana Rep’s Slack user ${who.userId}: somebody else has proved that it is theirs`,
    ]);
    await other.ben.link.unlinkSlack.mutate();
    expect(await found(who)).toBeNull();
  });
});
