import { jobs as apiJobs, type Services } from '@beback/api';
import type { Bot } from '../bot.ts';
import { errorFields } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Vendors } from '../vendors.ts';
import { emailSend } from './email-send.ts';
import { noticeSend } from './notice-send.ts';
import type { Job, Tasks } from './queue.ts';
import { slackProcess } from './slack-process.ts';

interface Given {
  services: Services;
  vendors: Vendors;
  bot: Bot;
  metrics: Metrics;
}

/** Everything the queue can be asked to do. */
export function createTasks({ services, vendors, bot, metrics }: Given): Tasks {
  const tasks: Tasks = {
    'email.send': (job) => emailSend(vendors.email, job),
    'notice.send': (job) => noticeSend(services, vendors, job),
    'slack.process': (job) => slackProcess(bot, job),
    // Codes run out by the dealership's clock, counters by the machine's: what is over by both is forgotten.
    'expired.forget': () =>
      services.db.identity.forgetExpired(new Date(Math.min(Date.now(), services.clock.now().getTime()))),
  };
  for (const [name, task] of Object.entries(apiJobs)) tasks[name] = ({ payload }) => task(payload, services);
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, watched(name, task)]));

  /** Every job is counted; a failed one says so in the log, with its code, and is tried again by the queue. */
  function watched(name: string, task: (job: Job) => Promise<void>) {
    return async (job: Job) => {
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1_000;
      try {
        await task(job);
        metrics.job({ task: name, outcome: 'done' }, seconds());
      } catch (error) {
        metrics.job({ task: name, outcome: 'failed' }, seconds());
        services.log.warn({ task: name, attempt: job.attempt, ...errorFields(error) }, 'job failed');
        throw error;
      }
    };
  }
}
