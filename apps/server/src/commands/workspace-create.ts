import { countryOf, makeWorkspace } from '@beback/api';
import type { Command } from 'commander';
import { v7 as newId } from 'uuid';
import { answer } from './answer.ts';
import { readEmail, readName, readTimeZone } from './inputs.ts';
import { recordOperator } from './operator-change.ts';
import { type Session, withSession } from './session.ts';

interface Options {
  name: string;
  timeZone: string;
  owner: string;
  ownerName?: string;
}

/** `workspace create`: a new dealership with the default pipeline and its owner. */
export function workspaceCreate(workspace: Command): void {
  workspace
    .command('create')
    .description('make a dealership')
    .requiredOption('--name <name>', 'what it is called', readName)
    .requiredOption('--time-zone <zone>', 'where it is, like America/Chicago', readTimeZone)
    .requiredOption('--owner <email>', 'who owns it', readEmail)
    .option('--owner-name <name>', 'the owner’s name', readName)
    .action((options: Options, command: Command) =>
      withSession(async (session) => {
        const workspaceId = await create(session, options);
        answer(command, { workspaceId, name: options.name, owner: options.owner }, workspaceId);
      }),
    );
}

async function create({ db, services }: Session, { name, timeZone, owner, ownerName }: Options): Promise<string> {
  const workspaceId = newId();
  const at = services.clock.now().toISOString();
  const own = { workspaceId, createdAt: at };
  const nameOfOwner = ownerName ?? owner.split('@')[0] ?? owner;
  await db.tenant({ workspaceId, memberId: null, sees: 'floor' }, async (tx) => {
    await makeWorkspace(tx, {
      workspace: { ...own, name, timeZone, country: countryOf(timeZone) },
      people: [{ ...own, id: newId(), email: owner, name: nameOfOwner, role: 'owner' }],
    });
    const subject = { type: 'workspace', id: workspaceId };
    const change = { procedure: 'workspace.create', subject, summary: `made ${name}`, before: [], after: [], at };
    await recordOperator(tx, change);
  });
  return workspaceId;
}
