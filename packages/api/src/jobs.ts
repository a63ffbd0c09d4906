import { exports, imports } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { readActor } from './acting.ts';
import { markNoShows } from './appointment/no-shows.ts';
import type { Actor, Services } from './context.ts';
import { thisExport } from './export/exports.ts';
import { runExport } from './export/run-export.ts';
import { thisImport } from './import/imports.ts';
import { revertImport } from './import/revert-import.ts';
import { runImport } from './import/run-import.ts';
import { considerChange } from './notice/consider.ts';
import { sendDigests } from './notice/digest.ts';

const door = z.enum(['web', 'slack', 'sms', 'api', 'job', 'assistant']);
const Member = { workspaceId: z.uuid(), memberId: z.uuid(), door };
const ImportJob = z.object({ ...Member, importId: z.uuid() });
const ExportJob = z.object({ ...Member, exportId: z.uuid() });
const ChangeJob = z.object({ workspaceId: z.uuid(), changeId: z.uuid() });

/** The work of the queue by task name. Each may run twice, or again after a crash; each throws only to be run once more. */
export const jobs: Record<string, (payload: unknown, services: Services) => Promise<void>> = {
  'appointment.noShow': (_payload, services) => markNoShows(services),
  'notice.consider': async (payload, services) => {
    const { workspaceId, changeId } = ChangeJob.parse(payload);
    await considerChange(services, workspaceId, changeId);
  },
  'notice.digest': (_payload, services) => sendDigests(services),
  'import.run': async (payload, services) => {
    const job = ImportJob.parse(payload);
    const actor = await working(services, job);
    await (actor ? runImport(services, actor, job) : abandonImport(services, job));
  },
  'import.revert': async (payload, services) => {
    const job = ImportJob.parse(payload);
    const actor = await working(services, job);
    await (actor ? revertImport(services, actor, job) : abandonImport(services, job));
  },
  'export.run': async (payload, services) => {
    const job = ExportJob.parse(payload);
    const actor = await working(services, job);
    await (actor ? runExport(services, actor, job) : abandonExport(services, job));
  },
};

type Job = { workspaceId: string; memberId: string };

/** The member as they are now; null for one who has left, or may only look on by now. What they see is worked out anew. */
async function working(services: Services, job: Job): Promise<Actor | null> {
  const actor = await readActor(services, job.workspaceId, job.memberId);
  return actor?.role === 'read_only' ? null : actor;
}

const gone = 'Whoever started this may not change anything here any more.';

/** Nothing is written for somebody who has left, but nothing waits for them forever either. */
async function abandonImport(services: Services, job: z.infer<typeof ImportJob>): Promise<void> {
  await asServer(services, job, async (tx) => {
    const set = { status: 'failed' as const, failure: gone, content: null };
    for (const status of ['running', 'reverting'] as const) {
      await tx
        .update(imports)
        .set(set)
        .where(and(thisImport(tx, job.importId), eq(imports.status, status)));
    }
  });
}

async function abandonExport(services: Services, job: z.infer<typeof ExportJob>): Promise<void> {
  await asServer(services, job, async (tx) => {
    await tx
      .update(exports)
      .set({ status: 'failed' })
      .where(and(thisExport(tx, job.exportId), eq(exports.status, 'running')));
  });
}

function asServer(services: Services, { workspaceId }: Job, work: Parameters<Services['db']['tenant']>[1]) {
  return services.db.tenant({ workspaceId, memberId: null, sees: 'floor' }, work);
}
