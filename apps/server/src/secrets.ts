import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from '@beback/config';
import { makeFolder, unwritable } from './process/data-folder.ts';
import { StartFailure } from './process/start-failure.ts';

/** What this installation signs and is signed with. */
export interface Secrets {
  /** Signs session cookies and encrypts sign-in codes at rest; machines side by side share AUTH_SECRET. */
  session: string;
  slackSigning: string;
  twilioAuthToken: string;
}

/**
 * Reads `secrets.json` in the data folder, making it (for its owner alone) at first; what the environment gives is used
 * as it is. Throws StartFailure when the file cannot be made or read.
 */
export function readSecrets(env: Env): Secrets {
  const folder = path.resolve(env.DATA_DIR);
  const file = path.join(folder, 'secrets.json');
  makeFolder(folder);
  const kept = readKept(file) ?? makeKept(folder, file);
  return {
    session: env.AUTH_SECRET ?? kept.session,
    slackSigning: env.SLACK_SIGNING_SECRET ?? kept.slackSigning,
    twilioAuthToken: env.TWILIO_AUTH_TOKEN ?? kept.twilioAuthToken,
  };
}

function readKept(file: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const kept: Partial<Secrets> = JSON.parse(text);
    const { session, slackSigning, twilioAuthToken } = kept;
    if (session && slackSigning && twilioAuthToken) return { session, slackSigning, twilioAuthToken };
  } catch {
    // falls through: a file somebody damaged is theirs to mend, because making a new one signs everybody out
  }
  throw new StartFailure(`The file ${file} is damaged; put it back, or remove it and everybody signs in again.`);
}

/** Linking a finished file into place lets several processes start at once: the first one's secrets hold. */
function makeKept(folder: string, file: string): Secrets {
  const made = { session: hex(32), slackSigning: hex(16), twilioAuthToken: hex(16) };
  const draft = path.join(folder, `.secrets-${process.pid}`);
  try {
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
    return made;
  } catch (error) {
    const theirs = readKept(file);
    if (theirs) return theirs;
    throw unwritable(folder, error);
  }
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
