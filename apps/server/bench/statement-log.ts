import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';

/** A statement as the database got it; parameters as text. */
export interface Sent {
  text: string;
  values: (string | null)[];
}

/** What is read of a line of PostgreSQL's JSON log. */
interface Line {
  session_id: string;
  message: string;
  detail?: string;
}

/** How long the log may lag behind. */
const settleMs = 80;

/** Runs something and gives the statements that tenant transactions sent meanwhile, in order. */
export async function overhear(cluster: Cluster, work: () => Promise<unknown>): Promise<Sent[]> {
  await setLogging(cluster, 'all');
  const from = statSync(cluster.log).size;
  await work();
  await sleep(settleMs);
  const added = readFileSync(cluster.log).subarray(from).toString();
  await setLogging(cluster, 'none');
  const lines: Line[] = added
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entered = lines.find((line) => line.message.includes('app.enter'));
  return lines.filter((line) => line.session_id === entered?.session_id).flatMap((line) => toSent(line) ?? []);
}

async function setLogging(cluster: Cluster, what: 'all' | 'none'): Promise<void> {
  const admin = cluster.admin();
  await admin.unsafe(`alter system set log_statement = '${what}'`);
  await admin`select pg_reload_conf()`;
  await admin.end();
  await sleep(settleMs);
}

/** Signing in is not part of what is compared, and stands in the same connection now and then. */
function toSent({ message, detail }: Line): Sent | null {
  const text = /^(?:statement|execute [^:]*): (.*)$/s.exec(message)?.[1];
  if (!text || text.includes('app.actor_for_')) return null;
  const shown = detail?.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g) ?? [];
  return { text, values: [...shown].map((match) => match[1]?.replaceAll("''", "'") ?? null) };
}
