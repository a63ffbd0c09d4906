import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dealOf } from './browser/api.ts';
import { card, isLive, liveDot, markPage } from './browser/board.ts';
import { phones, sendCommand, sendText } from './browser/doors.ts';
import { beback, expectTrouble, visit } from './browser/visit.ts';

test('a board that lost its connection says so, and is right again when the connection is back', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  await isLive(manager);
  const same = await markPage(manager);
  const { stage: from } = await dealOf(manager, 'Jorge Peña');
  expectTrouble(/ERR_INTERNET_DISCONNECTED/);

  await manager.context().setOffline(true);
  await liveDot(manager, 'Offline').waitFor();
  await sendText(phones.ana, 'jorge pena to write-up');
  expect(await card(manager, 'Jorge Peña', from).count()).toBe(1);

  await manager.context().setOffline(false);
  await card(manager, 'Jorge Peña', 'Write-up').waitFor();
  await isLive(manager);
  await sendText(phones.ana, 'UNDO');
  await card(manager, 'Jorge Peña', from).waitFor();
  expect(await same()).toBe(true);
});

test('a killed server comes back with everything, and the open board finds it without a reload', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  await isLive(manager);
  const same = await markPage(manager);
  const { stage: from } = await dealOf(manager, 'Jorge Peña');
  expectTrouble(/Failed to load resource/);

  const lock = readFileSync(path.join(beback.dataDir, 'beback.lock'), 'utf8');
  process.kill(Number.parseInt(lock, 10), 'SIGKILL');
  await liveDot(manager, 'Live').waitFor({ state: 'detached' });
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  await sendCommand('U0MANAGER', '/deal jorge pena to demo drive');
  await card(manager, 'Jorge Peña', 'Demo drive').waitFor();
  await isLive(manager);

  await sendText(phones.ana, `jorge pena to ${from}`);
  await card(manager, 'Jorge Peña', from).waitFor();
  expect(await same()).toBe(true);
});

function isReady(): Promise<boolean> {
  return fetch(`${beback.url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
