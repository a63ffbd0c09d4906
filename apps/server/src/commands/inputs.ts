import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

const email = z.email();
const phone = /^\+[1-9]\d{6,14}$/;
const slack = /^(T[A-Z0-9]+)\/([UW][A-Z0-9]+)$/;

/** An e-mail address as it is stored. */
export function readEmail(value: string): string {
  const lower = value.trim().toLowerCase();
  if (!email.safeParse(lower).success) throw new InvalidArgumentError('It has to be an e-mail address.');
  return lower;
}

/** A phone number, E.164. */
export function readPhone(value: string): string {
  if (!phone.test(value)) throw new InvalidArgumentError('It has to be a number like +12145550101.');
  return value;
}

/** A Slack team and user, written as T…/U…. */
export function readSlack(value: string): { slackTeamId: string; slackUserId: string } {
  const [, slackTeamId, slackUserId] = slack.exec(value) ?? [];
  if (!slackTeamId || !slackUserId)
    throw new InvalidArgumentError('It has to be a team and a user like T0NORTHSIDE/U0ANA.');
  return { slackTeamId, slackUserId };
}

export function readTimeZone(value: string): string {
  if (Intl.supportedValuesOf('timeZone').includes(value) || value === 'UTC') return value;
  throw new InvalidArgumentError('It has to be a time zone like America/Chicago.');
}

export function readName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 100)
    throw new InvalidArgumentError('It has to be a name of at most 100 characters.');
  return name;
}

export function readId(value: string): string {
  if (!z.uuid().safeParse(value).success) throw new InvalidArgumentError('It has to be an id.');
  return value;
}
