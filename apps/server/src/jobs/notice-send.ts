import { claimNotice, type Outgoing, releaseNotice, type Services } from '@beback/api';
import { VendorError } from '@beback/vendors';
import { z } from 'zod';
import { errorFields } from '../log.ts';
import type { Vendors } from '../vendors.ts';
import type { Job } from './queue.ts';

const NoticeJob = z.object({ workspaceId: z.uuid(), memberId: z.uuid(), noticeId: z.uuid() });

/**
 * Tells a member something by text or Slack. Neither vendor knows an idempotency key, so a notice is claimed first: what
 * may have been sent is never sent again, what certainly was not is given back and tried again by the queue.
 */
export async function noticeSend(services: Services, vendors: Vendors, { payload }: Job): Promise<void> {
  const job = NoticeJob.parse(payload);
  const notice = await claimNotice(services, job);
  if (!notice) return;
  try {
    await deliver(services, vendors, notice);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.retryable && !error.ambiguous) {
      await releaseNotice(services, job);
      throw error;
    }
    services.log.warn({ noticeId: job.noticeId, ...errorFields(error) }, 'notice not delivered for certain');
  }
}

async function deliver(services: Services, vendors: Vendors, { channel, text, phone, slackUserId }: Outgoing) {
  if (channel === 'text' && phone) await vendors.sms.send({ to: phone, from: services.repLine, body: text });
  // A user's id as the channel is their direct message with the app.
  if (channel === 'slack' && slackUserId) await vendors.slack.postMessage({ channel: slackUserId, text });
}
