import { Command } from 'commander';
import { doctor } from './doctor.ts';
import { exportFile } from './export-file.ts';
import { importFile } from './import-file.ts';
import { memberAdd } from './member-add.ts';
import { memberLink } from './member-link.ts';
import { migrateDatabase } from './migrate-database.ts';
import { seed } from './seed.ts';
import { token } from './token.ts';
import { workspaceCreate } from './workspace-create.ts';

/** The operator's tool with all its commands. Answers go to standard output, everything else to standard error. */
export function beback(): Command {
  const program = new Command('beback')
    .description('The operator’s tool: works while Beback runs and while it does not.')
    .option('--json', 'answer for machines')
    .showHelpAfterError('(--help tells what there is)')
    .exitOverride();
  migrateDatabase(program);
  seed(program);
  token(program);
  importFile(program);
  exportFile(program);
  workspaceCreate(program.command('workspace').description('dealerships'));
  const member = program.command('member').description('people of a dealership');
  memberAdd(member);
  memberLink(member);
  doctor(program);
  return program;
}
