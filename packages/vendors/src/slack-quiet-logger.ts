import { type Logger, LogLevel } from '@slack/web-api';

/** Slack's libraries write message text and URLs to the console by default; failures reach us as errors, so they need not. */
export const slackQuietLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
