import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { card, column, drag, isLive, markPage } from './browser/board.ts';
import { phones, pressButton, sendCommand, sendText } from './browser/doors.ts';
import { beback, expectTrouble, visit } from './browser/visit.ts';

const maria = 'Maria Lopez';

test('a Slack command, a text message and the mouse move one deal on one live board, and each can be taken back', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const ana = await visit({ as: 'ana', path: '/board' });
  await Promise.all([isLive(manager), isLive(ana)]);
  const sameManager = await markPage(manager);
  const sameAna = await markPage(ana);
  const { stage: from, dealId } = await dealOf(manager, maria);
  await card(manager, maria, from).waitFor();

  const moved = await sendCommand('U0MANAGER', '/deal maria lopez to write-up');
  expect(moved.text).toContain(maria);
  expect(moved.text).toContain('Write-up');
  expect(moved.text).toContain(from);
  await card(manager, maria, 'Write-up').waitFor();
  await card(ana, maria, 'Write-up').waitFor();

  await pressButton('U0MANAGER', moved, 'Undo');
  await card(manager, maria, from).waitFor();
  await card(ana, maria, from).waitFor();

  await card(manager, maria).getByRole('link').click();
  const panel = manager.getByRole('complementary', { name: 'Deal' });
  const reply = await sendText(
    phones.ana,
    'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm',
  );
  expect(reply).toContain(maria);
  expect(reply).toMatch(/Fri\w* .*3(:00)? ?pm/i);
  expect(reply).toContain('UNDO');
  await panel.getByText('wants the blue tahoe', { exact: false }).waitFor();
  await panel.getByText('8 min', { exact: false }).first().waitFor();
  const friday = '2026-03-06T15:00-06:00';
  const promised = async () => (await apiOf(manager).task.list.query({ dealId, done: false })).items;
  expect((await promised()).map(({ dueAt }) => Date.parse(dueAt ?? ''))).toContain(Date.parse(friday));

  await sendText(phones.ana, 'UNDO');
  await panel.getByText('wants the blue tahoe', { exact: false }).waitFor({ state: 'detached' });
  expect((await promised()).map(({ dueAt }) => Date.parse(dueAt ?? ''))).not.toContain(Date.parse(friday));
  await manager.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  await drag(manager, card(manager, maria), column(manager, 'Demo drive'));
  await card(manager, maria, 'Demo drive').waitFor();
  await card(ana, maria, 'Demo drive').waitFor();
  const toast = manager.getByRole('alert').filter({ hasText: `${maria} moved to Demo drive` });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await card(manager, maria, from).waitFor();
  await card(ana, maria, from).waitFor();
  expect(await sameManager()).toBe(true);
  expect(await sameAna()).toBe(true);
});

test('a deal says who moved it, when, and through which door', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const { dealId, stage: from } = await dealOf(manager, 'Dwayne Pruitt');
  await sendCommand('U0MANAGER', '/deal dwayne pruitt to demo drive');
  await sendText(phones.ana, 'dwayne pruitt to write-up');
  await card(manager, 'Dwayne Pruitt', 'Write-up').waitFor();
  await drag(manager, card(manager, 'Dwayne Pruitt'), column(manager, 'F&I'));
  await card(manager, 'Dwayne Pruitt', 'F&I').waitFor();

  await manager.goto(`/deals/${dealId}`);
  await manager.getByText('History', { exact: true }).click();
  const entry = (who: string, door: string, to: string) =>
    manager
      .getByRole('listitem')
      .filter({ hasText: who })
      .filter({ hasText: to })
      .filter({
        has: manager.getByRole('img', { name: door }),
      });
  await entry('Marcus Webb', 'on the web', 'F&I').first().waitFor();
  await entry('Ana Torres', 'by text', 'Write-up').first().waitFor();
  const slack = entry('Marcus Webb', 'in Slack', 'Demo drive').first();
  await slack.waitFor();
  expect(await slack.textContent()).toContain(from);
  expect(await slack.getByRole('time').or(slack.locator('time')).first().getAttribute('datetime')).toContain(
    '2026-03-04',
  );
});

test('a rep sees her own deals and nobody else’s, live', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const ana = await visit({ as: 'ana', path: '/board' });
  await isLive(ana);
  const [whole, own] = await Promise.all([manager, ana].map((page) => apiOf(page).deal.board.query({})));
  const floor = whole?.stages.flatMap(({ deals }) => deals) ?? [];
  const hers = own?.stages.flatMap(({ deals }) => deals) ?? [];
  expect(hers.length).toBeGreaterThan(5);
  expect(floor.length).toBeGreaterThan(hers.length);
  const { memberId } = await apiOf(ana).member.me.query();
  expect(new Set(hers.map(({ ownerId }) => ownerId))).toEqual(new Set([memberId]));

  const foreign = floor.find(({ ownerId }) => ownerId !== null && ownerId !== memberId);
  if (!foreign) throw new Error('everything on the floor is hers');
  expect(await card(ana, foreign.contactName).count()).toBe(0);
  expectTrouble(/404 \(Not Found\).*deal\.get/);
  await ana.goto(`/deals/${foreign.dealId}`);
  await ana.getByText('That deal is not here, or you may not see it.').waitFor();
});

test('a name that fits two customers is asked back as a numbered question, and nothing is written before the answer', async () => {
  const ben = await visit({ as: 'ben', path: '/board' });
  const [nina, raj] = [await dealOf(ben, 'Nina Patel'), await dealOf(ben, 'Raj Patel')];
  const calls = async ({ dealId }: { dealId: string }) =>
    (await apiOf(ben).activity.list.query({ dealId })).items.filter(({ minutes }) => minutes === 4).length;

  const question = await sendText(phones.ben, 'called patel 4 min');
  expect(question).toContain('Nina Patel');
  expect(question).toContain('Raj Patel');
  expect(await Promise.all([calls(nina), calls(raj)])).toEqual([0, 0]);

  const choice = /(\d)\D*Raj Patel/.exec(question)?.[1] ?? '';
  expect(await sendText(phones.ben, choice)).toContain('Raj Patel');
  expect(await Promise.all([calls(nina), calls(raj)])).toEqual([0, 1]);
});

test('an unsigned message and a stranger’s change nothing and learn nothing', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const before = await dealOf(manager, maria);
  const form = new URLSearchParams({ From: phones.ana, Body: 'maria lopez to write-up', MessageSid: 'SM1' });
  const unsigned = await Promise.all([
    fetch(`${beback.url}/sms/inbound`, { method: 'POST', body: form }),
    fetch(`${beback.url}/slack/events`, { method: 'POST', body: form }),
  ]);
  expect(unsigned.map(({ status }) => status)).toEqual([403, 401]);
  expect(await sendText(phones.stranger, 'maria lopez to write-up')).not.toMatch(/lopez|maria/i);
  const answer = await sendCommand('U0NOBODY', '/deal maria lopez to write-up');
  expect(answer.text).not.toMatch(/lopez|maria/i);
  expect(await dealOf(manager, maria)).toMatchObject({ stage: before.stage, version: before.version });
});
