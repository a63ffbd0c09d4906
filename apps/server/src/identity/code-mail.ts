import { randomUUID } from 'node:crypto';
import type { Enqueue } from '@beback/api';
import type { Mail } from '../jobs/email-send.ts';

const minutes = 10;

/** Puts the mail with a sign-in code into the queue. Throws when the queue cannot be reached. */
export async function mailCode(enqueue: Enqueue, to: string, code: string): Promise<void> {
  const mail: Mail = {
    to,
    subject: `${code} is your Beback code`,
    text: `Your sign-in code is ${code}. It works once, for ${minutes} minutes.\n\nIf you did not ask for it, ignore this mail.`,
    idempotencyKey: `sign-in-code/${randomUUID()}`,
    until: new Date(Date.now() + minutes * 60_000).toISOString(),
  };
  await enqueue('email.send', mail);
}
