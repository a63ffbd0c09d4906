import { createHmac, timingSafeEqual } from 'node:crypto';

interface SignedBody {
  signingSecret: string;
  timestamp: string | undefined;
  /** The bytes as they arrived, before any parsing. */
  rawBody: Buffer | string;
}

const WINDOW_SECONDS = 300;

/**
 * Says whether Slack signed these bytes within five minutes of `now`, before or after. Never throws.
 * Slack's own verifySlackRequest accepts any future timestamp and throws without a header, so it is not used.
 */
export function verifySlack({
  signature,
  now,
  ...signed
}: SignedBody & { signature: string | undefined; now: Date }): boolean {
  const { signingSecret, timestamp } = signed;
  if (!signingSecret || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const expected = Buffer.from(signSlack(signed));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Signs bytes the way Slack does (`v0=…`): for /demo and tests. */
export function signSlack({ signingSecret, timestamp, rawBody }: SignedBody): string {
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(rawBody).digest('hex');
  return `v0=${digest}`;
}
