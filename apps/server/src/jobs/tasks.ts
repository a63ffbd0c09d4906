import { jobs as apiJobs, type Services } from '@beback/api';
import { errorFields } from '../log.ts';
import type { Vendors } from '../vendors.ts';
import { emailSend } from './email-send.ts';
import type { Job, Tasks } from './queue.ts';

interface Given {
  services: Services;
  vendors: Vendors;
}

/** Everything the queue can be asked to do. */
export function createTasks({ services, vendors }: Given): Tasks {
  const tasks: Tasks = { 'email.send': (job) => emailSend(vendors.email, job) };
  for (const [name, task] of Object.entries(apiJobs)) tasks[name] = ({ payload }) => task(payload, services);
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, reported(name, task, services)]));
}

/** A failed job says so in the log, with its kind and code, and is tried again by the queue. */
function reported(name: string, task: (job: Job) => Promise<void>, { log }: Services) {
  return async (job: Job) => {
    try {
      await task(job);
    } catch (error) {
      log.warn({ task: name, attempt: job.attempt, ...errorFields(error) }, 'job failed');
      throw error;
    }
  };
}
