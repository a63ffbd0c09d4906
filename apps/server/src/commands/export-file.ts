import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Option } from 'commander';
import { StartFailure, systemCode } from '../process/start-failure.ts';
import { answer } from './answer.ts';
import { memberByEmail, withSession } from './session.ts';

interface Options {
  as: string;
  out: string;
  what: 'contacts' | 'deals' | 'everything' | 'audit';
  format?: 'csv' | 'json';
}

/** `export --as <email> --out <file>`: writes what a member may see into a file. */
export function exportFile(program: Command): void {
  program
    .command('export')
    .description('write what a member may see into a file')
    .requiredOption('--as <email>', 'the member on whose behalf')
    .requiredOption('--out <file>', 'where to write it')
    .addOption(
      new Option('--what <what>', 'what to take out')
        .choices(['contacts', 'deals', 'everything', 'audit'])
        .default('everything'),
    )
    .addOption(new Option('--format <format>', 'by default what the file’s name ends with').choices(['csv', 'json']))
    .action(({ as, out, what, format = out.endsWith('.json') ? 'json' : 'csv' }: Options, command: Command) =>
      withSession(async ({ db, clientOf, runJobs }) => {
        const client = clientOf(await memberByEmail(db, as));
        const { exportId } = await client.export.start.mutate({ what, format });
        await runJobs();
        const file = await client.export.download.query({ exportId });
        const content = Buffer.from(file.contentBase64, 'base64');
        await writeFile(out, content).catch((error) => {
          throw new StartFailure(`The file ${out} cannot be written (${systemCode(error)}).`);
        });
        answer(command, { out, what, format, bytes: content.length }, `${out} is written (${content.length} bytes).`);
      }),
    );
}
