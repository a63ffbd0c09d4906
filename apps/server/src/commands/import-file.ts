import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { StartFailure, systemCode } from '../process/start-failure.ts';
import type { RouterClient } from '../router-client.ts';
import { answer, remark } from './answer.ts';
import { memberByEmail, withSession } from './session.ts';

interface Options {
  as: string;
  duplicates: 'skip' | 'update';
}
type Preview = Awaited<ReturnType<RouterClient['import']['preview']['mutate']>>;
type Import = Awaited<ReturnType<RouterClient['import']['get']['query']>>;

/** `import <file> --as <email>`: previews a file of customers and imports it, in this process. */
export function importFile(program: Command): void {
  program
    .command('import')
    .argument('<file>')
    .description('import customers from a CSV file')
    .requiredOption('--as <email>', 'the member on whose behalf')
    .addOption(
      new Option('--duplicates <what>', 'what to do with known customers').choices(['skip', 'update']).default('skip'),
    )
    .action((file: string, { as, duplicates }: Options, command: Command) =>
      withSession(async ({ db, clientOf, runJobs }) => {
        const content = await readFile(file).catch((error) => {
          throw new StartFailure(`The file ${file} cannot be read (${systemCode(error)}).`);
        });
        const client = clientOf(await memberByEmail(db, as));
        const preview = await client.import.preview.mutate({
          fileName: path.basename(file),
          contentBase64: content.toString('base64'),
        });
        describePreview(preview);
        const { importId } = preview;
        await client.import.run.mutate({ importId, duplicates });
        const ended = await followed(client, importId, runJobs());
        listRefused(ended);
        const { created, updated, skipped, refused } = ended.counts;
        answer(
          command,
          { ...ended },
          `${created} created, ${updated} updated, ${skipped} skipped, ${refused} refused.`,
        );
        if (ended.status !== 'done') throw new StartFailure(`The import ended as "${ended.status}".`);
      }),
    );
}

function describePreview({ columns, fields, mapping, counts }: Preview): void {
  const labels = new Map<string, string>(fields.map(({ field, label }) => [field, label]));
  for (const [field, index] of Object.entries(mapping)) {
    const column = columns.find((candidate) => candidate.index === index);
    if (column) remark(`${column.header} → ${labels.get(field) ?? field}`);
  }
  remark(
    `${counts.rows} rows: ${counts.ready} ready, ${counts.refused} refused, ${counts.duplicatesKnown} known already.`,
  );
}

const askEveryMs = 300;

/** Says how far the import is until its work is done; gives how it ended. */
async function followed(client: RouterClient, importId: string, work: Promise<void>): Promise<Import> {
  const state = { done: false };
  const finished = work.finally(() => {
    state.done = true;
  });
  let said = -1;
  while (!state.done) {
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, askEveryMs))]);
    const { progress } = await client.import.get.query({ importId });
    if (progress.done !== said) remark(`${progress.done} of ${progress.total}`);
    said = progress.done;
  }
  await finished;
  return client.import.get.query({ importId });
}

function listRefused({ refused }: Import): void {
  for (const { line, reason } of refused) remark(`line ${line}: ${reason}`);
}
