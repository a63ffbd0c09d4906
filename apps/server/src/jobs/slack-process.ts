import { VendorError } from '@beback/vendors';
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { EnoughOfStranger } from '../strangers.ts';
import type { Job } from './queue.ts';

const Delivery = z.object({
  externalId: z.string(),
  body: z.record(z.string(), z.unknown()),
  retryNum: z.number().optional(),
  retryReason: z.string().optional(),
});

/**
 * Handles one stored Slack delivery. Its effect happens once however often this runs; only an answer that surely did not
 * arrive is worth running it again.
 */
export async function slackProcess(bot: Bot, { payload }: Job): Promise<void> {
  try {
    await bot.slack.process(Delivery.parse(payload));
  } catch (error) {
    if (error instanceof EnoughOfStranger) return;
    if (error instanceof VendorError && !error.retryable) return;
    throw error;
  }
}
