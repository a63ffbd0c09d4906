import { type EmailPort, VendorError } from '@beback/vendors';
import { z } from 'zod';
import type { Job } from './queue.ts';

const Mail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  idempotencyKey: z.string(),
  /** Not worth sending afterwards. */
  until: z.iso.datetime().optional(),
});

export type Mail = z.infer<typeof Mail>;

/** Sends one mail; throws to be tried again, and gives up on what will never succeed. */
export async function emailSend(email: EmailPort, { payload }: Job): Promise<void> {
  const { until, ...mail } = Mail.parse(payload);
  if (until && Date.parse(until) < Date.now()) return;
  try {
    await email.send(mail);
  } catch (error) {
    if (!(error instanceof VendorError) || error.retryable) throw error;
  }
}
