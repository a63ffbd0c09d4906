import type { Database } from '@beback/db';
import { migrationCount } from '@beback/db';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

const patienceMs = 2_000;

/** /healthz: the process is up. /readyz: it can work, because the database answers and is migrated to this code. */
export async function healthRoutes(app: FastifyInstance, { db }: { db: Database }): Promise<void> {
  const unlimited = { config: { rateLimit: false }, logLevel: 'warn' } as const;
  app.get('/healthz', unlimited, async () => ({ status: 'ok' }));
  app.get('/readyz', unlimited, async (_request, reply) => {
    const problem = await findProblem(db);
    return problem ? reply.code(503).send({ status: 'unavailable', message: problem }) : { status: 'ok' };
  });
}

/** One sentence about what keeps the server from working, or null. */
export async function findProblem(db: Database): Promise<string | null> {
  const late = AbortSignal.timeout(patienceMs);
  const waited = new Promise<never>((_resolve, reject) => {
    late.addEventListener('abort', () => reject(late.reason));
  });
  try {
    const asked = db.auth.execute<{ done: number }>(
      sql`select count(*)::int as done from drizzle.__drizzle_migrations`,
    );
    const rows = await Promise.race([asked, waited]);
    const current = rows[0]?.done === migrationCount();
    return current ? null : 'The database is not migrated to this version.';
  } catch {
    return 'The database does not answer.';
  }
}
