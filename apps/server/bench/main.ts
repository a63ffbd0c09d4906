// `npm run bench`: our server and a bare one in turns, a workspace among a thousand and alone, and how fast live events are.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { callsOf } from './calls.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { compare } from './compare.ts';
import { makeDealerships, openDeals } from './dealerships.ts';
import { measureLive } from './live.ts';
import { type Options, readOptions } from './options.ts';
import { type Results, toTables, writeResults } from './report.ts';
import { startSameBare } from './same-answers.ts';
import { startOurs } from './servers.ts';

const folder = fileURLToPath(new URL('../../../bench-results', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

const options = readOptions();
const cluster = await startCluster();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cluster.close().then(() => process.exit(130)));
try {
  // Copied while it is empty and nobody is connected.
  for (const name of ['alone', 'crowd']) await cluster.copy(name);
  const results = { ...(await besideBare(cluster, options)), crowd: await amongMany(cluster, options) };
  process.stdout.write(`${toTables(results)}\n\n`);
  say(`written to ${path.relative(process.cwd(), writeResults(folder, results, options))}`);
} finally {
  await cluster.close();
}

async function besideBare(
  cluster: Cluster,
  { only, profile, ...effort }: Options,
): Promise<Pick<Results, 'bare' | 'live'>> {
  await fill(cluster, 'beback', 1);
  const appUrl = cluster.appUrl();
  const ours = await startOurs('ours', { appUrl, folder: cluster.folder, profileTo: profile ? folder : null });
  const { bare, recipes } = await startSameBare(cluster, ours);
  const calls = callsOf(only);
  const comparisons = await compare({ server: ours, calls }, { server: bare, calls }, effort, say);
  await bare.stop();
  const move = calls.find((call) => call.name === 'deal.move');
  const live = move ? await measureLive(ours, appUrl, move, recipes[move.name] ?? [], effort.liveSamples) : null;
  await ours.stop();
  return { bare: comparisons, live };
}

async function amongMany(cluster: Cluster, { only, crowd, ...effort }: Options): Promise<Results['crowd']> {
  if (!crowd) return null;
  const deals = crowd.workspaces * openDeals * 2;
  say(`making ${crowd.workspaces} workspaces with ${deals} deals`);
  await fill(cluster, 'crowd', crowd.workspaces);
  await fill(cluster, 'alone', 1);
  const start = async (name: string) => ({
    server: await startOurs(name, { appUrl: cluster.appUrl(name), folder: cluster.folder, profileTo: null }),
    calls: callsOf(only),
  });
  const [first, second] = [await start('crowd'), await start('alone')];
  const comparisons = await compare(first, second, { ...effort, ...crowd }, say);
  await Promise.all([first.server.stop(), second.server.stop()]);
  return { workspaces: crowd.workspaces, deals, comparisons };
}

async function fill(cluster: Cluster, database: string, workspaces: number): Promise<void> {
  const admin = cluster.admin(database);
  await makeDealerships(admin, workspaces);
  await admin.end();
}
