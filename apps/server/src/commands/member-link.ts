import { members } from '@beback/db/schema';
import type { Command } from 'commander';
import { and, eq, sql } from 'drizzle-orm';
import { StartFailure } from '../process/start-failure.ts';
import { answer } from './answer.ts';
import { readEmail, readId, readPhone, readSlack } from './inputs.ts';
import { recordOperator } from './operator-change.ts';
import { memberByEmail, type Session, withSession } from './session.ts';

interface Options {
  email: string;
  workspace?: string;
  phone?: string;
  slack?: ReturnType<typeof readSlack>;
}

/** `member link`: the phone a member texts from, and who they are in Slack. */
export function memberLink(member: Command): void {
  member
    .command('link')
    .description('link a member’s phone or Slack user')
    .requiredOption('--email <email>', 'whose', readEmail)
    .option('--workspace <id>', 'of which dealership, for people with several', readId)
    .option('--phone <number>', 'the phone they text from, like +12145550101', readPhone)
    .option('--slack <team/user>', 'who they are in Slack, like T0NORTHSIDE/U0ANA', readSlack)
    .action((options: Options, command: Command) =>
      withSession(async (session) => {
        const { email, phone, slack } = options;
        if (!phone && !slack) throw new StartFailure('Say what to link: --phone, --slack, or both.');
        const memberId = await link(session, options);
        answer(command, { memberId, email, phone, ...slack }, `${email} is linked.`);
      }),
    );
}

async function link({ db, services }: Session, { email, workspace, phone, slack }: Options): Promise<string> {
  const { workspaceId, memberId, name } = await memberByEmail(db, email, workspace);
  const at = services.clock.now().toISOString();
  const set = { ...(phone && { phone, phoneSeenAt: at }), ...slack };
  const own = and(eq(members.workspaceId, workspaceId), eq(members.id, memberId));
  const write = db.tenant({ workspaceId, memberId: null, sees: 'floor' }, async (tx) => {
    const [before] = await tx.select().from(members).where(own);
    const [after] = await tx
      .update(members)
      .set({ ...set, version: sql`${members.version} + 1` })
      .where(own)
      .returning();
    if (!before || !after) throw new StartFailure(`${email} is not a member any more.`);
    const { phone, slackTeamId, slackUserId, version } = before;
    await recordOperator(tx, {
      procedure: 'member.link',
      subject: { type: 'member', id: memberId },
      summary: `linked ${name}’s ${[set.phone && 'phone', slack && 'Slack user'].filter(Boolean).join(' and ')}`,
      before: [{ table: 'members', id: memberId, version, row: { phone, slackTeamId, slackUserId } }],
      after: [{ table: 'members', id: memberId, version: after.version, row: set }],
      at,
    });
  });
  await write.catch((error) => {
    if (isTaken(error)) throw new StartFailure('That phone or Slack user is linked to somebody else already.');
    throw error;
  });
  return memberId;
}

/** PostgreSQL's code for "there is one already", wherever a library wrapped it. */
function isTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === '23505';
}
