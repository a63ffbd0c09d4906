import type { Database } from '@beback/db';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process counts about itself. Names and codes only: no label ever holds what somebody typed. */
export interface Metrics {
  registry: Registry;
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  job(labels: { task: string; outcome: 'done' | 'failed' }, seconds: number): void;
  /** The same database, with the time that callers wait for a connection measured. */
  measured(db: Database): Database;
  /** Says how many clients listen for live updates, whenever it is asked. */
  countLiveClients(count: () => number): void;
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'beback_http_request_seconds',
    help: 'How long requests took to answer.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const jobs = new Histogram({
    name: 'beback_job_seconds',
    help: 'How long jobs took.',
    labelNames: ['task', 'outcome'],
    buckets,
    registers,
  });
  const waits = new Histogram({
    name: 'beback_database_wait_seconds',
    help: 'How long transactions waited for a connection.',
    buckets: [0.001, ...buckets],
    registers,
  });
  return {
    registry,
    request: (labels, seconds) => requests.observe(labels, seconds),
    job: (labels, seconds) => jobs.observe(labels, seconds),
    measured: (db) => ({
      ...db,
      tenant: (scope, fn) => {
        const asked = performance.now();
        return db.tenant(scope, (tx) => {
          waits.observe((performance.now() - asked) / 1_000);
          return fn(tx);
        });
      },
    }),
    countLiveClients: (count) => {
      const collect = function (this: Gauge) {
        this.set(count());
      };
      new Gauge({ name: 'beback_live_clients', help: 'Clients that listen for live updates.', registers, collect });
    },
  };
}
