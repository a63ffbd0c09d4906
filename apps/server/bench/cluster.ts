import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbedded } from '@beback/db';
import postgres from 'postgres';

/** A private PostgreSQL for one run, as safe with its data as the one of `npm start`. */
export interface Cluster {
  /** Made for this run and removed with it; servers may keep their files here. */
  folder: string;
  /** Where the server writes its log, as JSON lines. */
  log: string;
  /** The login of the role `app` in a database. */
  appUrl(database?: string): string;
  /** A superuser in a database, for what is set up before anything is measured. */
  admin(database?: string): postgres.Sql;
  /** Copies the database to which nobody is connected; gives nothing. */
  copy(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts and migrates it. Throws EmbeddedDatabaseError when this machine cannot. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'beback-bench-'));
  // PostgreSQL runs as a user of its own when we are root.
  chmodSync(folder, 0o755);
  const logging = ['logging_collector=on', 'log_destination=jsonlog', 'log_filename=bench.log', 'log_rotation_size=0'];
  const embedded = await startEmbedded(
    folder,
    logging.map((setting) => `-c ${setting}`),
  );
  await migrate(embedded.ownerUrl, 'app');
  const within = (address: string, database: string, login?: string) => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    if (login) url.username = login;
    return url.href;
  };
  const admin = (database = 'beback') =>
    postgres(within(embedded.ownerUrl, database, 'postgres'), { max: 1, fetch_types: false, onnotice: () => {} });
  return {
    folder,
    log: path.join(folder, 'postgres/log/bench.json'),
    appUrl: (database = 'beback') => within(embedded.appUrl, database),
    admin,
    copy: async (name) => {
      const sql = admin('postgres');
      await sql.unsafe(`create database ${name} template beback owner beback_owner`);
      await sql.end();
    },
    close: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
