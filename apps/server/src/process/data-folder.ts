import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure, systemCode } from './start-failure.ts';

const lockName = 'beback.lock';

/**
 * Makes the folder when it is missing and takes it for this process. Gives the function that gives it back.
 * Throws StartFailure when it cannot be written, or when another Beback runs on it; a killed one's lock is taken over.
 */
export function lockDataFolder(dataDir: string): () => void {
  const folder = path.resolve(dataDir);
  const file = path.join(folder, lockName);
  const mine = holder(process.pid);
  makeFolder(folder);
  try {
    writeFileSync(file, mine, { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw unwritable(folder, error);
    takeOver(folder, file, mine);
  }
  return () => {
    if (read(file) === mine) rmSync(file, { force: true });
  };
}

/** Makes the data folder; throws StartFailure when that cannot be done. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** The refusal for a data folder that cannot be used. */
export function unwritable(folder: string, error: unknown): StartFailure {
  return new StartFailure(
    `The data folder ${folder} cannot be written (${systemCode(error)}); choose another with DATA_DIR.`,
  );
}

function takeOver(folder: string, file: string, mine: string): void {
  const theirs = read(file);
  const pid = Number.parseInt(theirs, 10);
  if (pid > 0 && pid !== process.pid && holder(pid) === theirs && isAlive(pid)) {
    throw new StartFailure(
      `Another Beback (process ${pid}) already uses the data folder ${folder}; stop it, or choose another folder with DATA_DIR.`,
    );
  }
  try {
    writeFileSync(file, mine);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Names a process; where the system tells, with the time it started, because numbers are used again. */
function holder(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${started}\n`;
  } catch {
    return `${pid}\n`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
