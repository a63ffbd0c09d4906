import { members, workspaces } from '@beback/db/schema';
import type { Command } from 'commander';
import { Option } from 'commander';
import { eq } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { StartFailure } from '../process/start-failure.ts';
import { answer } from './answer.ts';
import { readEmail, readId, readName } from './inputs.ts';
import { recordOperator } from './operator-change.ts';
import { type Session, withSession } from './session.ts';

interface Options {
  workspace: string;
  email: string;
  name: string;
  role: 'owner' | 'manager' | 'rep' | 'read_only';
}

/** `member add`: a person in a dealership. */
export function memberAdd(member: Command): void {
  member
    .command('add')
    .description('add a person to a dealership')
    .requiredOption('--workspace <id>', 'the dealership', readId)
    .requiredOption('--email <email>', 'how they sign in', readEmail)
    .requiredOption('--name <name>', 'what they are called', readName)
    .addOption(
      new Option('--role <role>', 'what they may do')
        .choices(['owner', 'manager', 'rep', 'read_only'])
        .makeOptionMandatory(),
    )
    .action((options: Options, command: Command) =>
      withSession(async (session) => {
        const memberId = await add(session, options);
        answer(command, { memberId, ...options }, memberId);
      }),
    );
}

async function add({ db, services }: Session, { workspace, ...person }: Options): Promise<string> {
  const known = await db.identity.byEmail(person.email, workspace);
  if (known?.workspaceId === workspace)
    throw new StartFailure(`${person.email} is a member of that workspace already.`);
  const id = newId();
  const at = services.clock.now().toISOString();
  const row = { ...person, createdAt: at };
  await db.tenant({ workspaceId: workspace, memberId: null, sees: 'floor' }, async (tx) => {
    const found = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, workspace));
    if (found.length === 0) throw new StartFailure(`There is no workspace ${workspace}.`);
    await tx.insert(members).values({ ...row, workspaceId: workspace, id });
    await recordOperator(tx, {
      procedure: 'member.invite',
      subject: { type: 'member', id },
      summary: `added ${person.name}`,
      before: [{ table: 'members', id, version: null, row: null }],
      after: [{ table: 'members', id, version: 1, row }],
      at,
    });
  });
  return id;
}
