export { createEmail, type EmailPort } from './resend.ts';
export { createSlack, type SlackPort } from './slack.ts';
export { slackQuietLogger } from './slack-quiet-logger.ts';
export { signSlack, verifySlack } from './slack-signature.ts';
export type { OutboxEntry } from './stand-in/outbox.ts';
export { type StandIns, startStandIns } from './stand-in/server.ts';
export { createSms, type SmsPort } from './twilio.ts';
export { signTwilio, verifyTwilio } from './twilio-signature.ts';
export { VendorError } from './vendor-error.ts';
