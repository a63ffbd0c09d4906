import { randomBytes } from 'node:crypto';
import { record } from '../change/record.ts';
import type { Services } from '../context.ts';
import { AppError, notFound } from '../errors.ts';
import type { profileProcedure } from '../trpc.ts';
import { readToken, type SlackUser, writeToken } from './link-code.rules.ts';
import { hashOf, moveLink, setLink } from './links.ts';

const linkMinutes = 15;

type MemberCall = Parameters<Parameters<typeof profileProcedure.mutation>[0]>[0]['ctx'];

/** The address at which a Slack user says, once and within minutes, which member they are; null when they have no usable id. */
export async function offerSlackLink(services: Services, user: SlackUser): Promise<string | null> {
  const until = new Date(services.clock.now().getTime() + linkMinutes * 60_000);
  const token = writeToken(user, until, randomBytes(32));
  if (!token) return null;
  await services.db.identity.putLinkCode(hashOf(token), { kind: 'slack', ...user }, until);
  return `${services.publicUrl}/link/slack/${token}`;
}

/** Whom a link is about; throws NOT_FOUND when it says nothing, or that it has run out. */
export function lookAtToken(services: Services, token: string) {
  const said = readToken(token);
  if (!said || said.until <= services.clock.now()) throw overdue();
  const { teamId, userId, until } = said;
  return { teamId, userId, expiresAt: until.toISOString() };
}

/** Makes the caller the member behind the Slack user that a link was given to. Throws NOT_FOUND when it does not work any more. */
export async function linkSlackUser(ctx: MemberCall, token: string) {
  const { services, actor } = ctx;
  const { identity } = services.db;
  const user = readToken(token) && (await identity.takeLinkCode(hashOf(token), 'slack', services.clock.now()));
  if (!user) throw overdue();
  const { teamId, userId } = user;
  const move = {
    holder: () => identity.bySlack(teamId, userId),
    next: actor,
    cleared: { slackTeamId: null, slackUserId: null },
    what: `Slack user ${userId}`,
    door: ctx.door,
  };
  return moveLink(services, move, () =>
    ctx.tenant(async (tx) => {
      const row = await setLink(tx, actor.memberId, { slackTeamId: teamId, slackUserId: userId });
      if (!row) throw notFound('member');
      const summary = `linked the Slack user ${userId} of ${teamId}`;
      const { changeId } = await record(tx, ctx, { subject: { type: 'member', id: row.id }, summary, images: [] });
      return { teamId, userId, changeId };
    }),
  );
}

function overdue(): AppError {
  return new AppError('NOT_FOUND', 'This link is not valid any more. Type /log in Slack to get a new one.', {
    reason: 'link_over',
  });
}
