import type { Tx } from '@beback/db';
import { counters, members, pipelines, stages, workspaces } from '@beback/db/schema';
import { newId } from '../id.ts';
import { draftPipeline } from './pipeline-template.ts';

/** A dealership to make, with everybody it begins with. */
export interface WorkspaceToMake {
  workspace: typeof workspaces.$inferInsert;
  people: (typeof members.$inferInsert)[];
  /** Where its ids are known already. */
  pipeline?: ReturnType<typeof draftPipeline>;
  /** The last numbers given out, where it comes with a history. */
  counted?: { deal: number; change: number };
}

/** Makes a dealership with its people, its counters and the pipeline from the template; the caller records it. */
export async function makeWorkspace(tx: Pick<Tx, 'insert'>, given: WorkspaceToMake): Promise<void> {
  const { workspace, people, pipeline = draftPipeline(newId), counted = { deal: 0, change: 0 } } = given;
  const { workspaceId, createdAt } = workspace;
  const own = { workspaceId, createdAt };
  await tx.insert(workspaces).values(workspace);
  await tx.insert(counters).values([
    { workspaceId, name: 'deal', value: counted.deal },
    { workspaceId, name: 'change', value: counted.change },
  ]);
  await tx.insert(members).values(people);
  const { pipelineId } = pipeline;
  await tx.insert(pipelines).values({ ...own, id: pipelineId, name: 'Sales', isDefault: true });
  await tx.insert(stages).values(
    pipeline.stages.map(({ id, name, kind, probability }, position) => ({
      ...own,
      id,
      name,
      kind,
      probability,
      pipelineId,
      position,
    })),
  );
}
