import type { Tx } from '@beback/db';
import { counters } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import type { Actor } from '../context.ts';
import { effectiveNotices, mergedNotices } from '../notice/notice.rules.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { getWorkspace } from '../workspace/workspaces.ts';
import { initials } from './member.rules.ts';
import type { UpdateMe } from './member-input.ts';
import { getMember } from './members.ts';

const columnNames = { name: 'name', colorScheme: 'colors', notifications: 'notifications' };

/** Who the caller is, what is linked to them, what they see, and the dealership as they have to know it. */
export async function readMe(tx: Tx, actor: Actor) {
  const [member, workspace, seq] = await Promise.all([getMember(tx, actor.memberId), getWorkspace(tx), lastChange(tx)]);
  const { name, email, role, phone, slackUserId, colorScheme, notifications } = member;
  const { workspaceId, timeZone, currency, country, floorOpen, demo } = workspace;
  const { requireTwoFactor, unownedVisible, sells } = workspace;
  const rules = { requireTwoFactor, unownedVisible, sells };
  return {
    memberId: member.id,
    name,
    email,
    initials: initials(name),
    role,
    phone,
    phoneLinked: phone !== null,
    slackLinked: slackUserId !== null,
    twoFactor: actor.twoFactor,
    colorScheme,
    notifications: effectiveNotices(notifications),
    sees: actor.sees,
    /** The last change there was: whoever reads on from here and listens from here misses nothing. */
    seq,
    workspace: { workspaceId, name: workspace.name, timeZone, currency, country, floorOpen, demo, ...rules },
  };
}

async function lastChange(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ value: counters.value })
    .from(counters)
    .where(and(eq(counters.workspaceId, tx.scope.workspaceId), eq(counters.name, 'change')));
  return row?.value ?? 0;
}

/** Changes the caller's own name, colours and notifications, whatever their role. */
export async function updateMe(tx: Tx, by: Recorder, input: z.infer<typeof UpdateMe>) {
  const before = await getMember(tx, by.actor.memberId);
  const { notifications, ...rest } = input;
  const set = { ...rest, notifications: notifications && mergedNotices(before.notifications, notifications) };
  const { after, image } = await rewrite(tx, 'members', before, set);
  const summary = image ? `changed their own ${changedColumns(image, columnNames)}` : '';
  const subject = { type: 'member', id: after.id };
  const changeId = image && (await record(tx, by, { subject, summary, images: [image] })).changeId;
  return { ...(await readMe(tx, by.actor)), changeId };
}
