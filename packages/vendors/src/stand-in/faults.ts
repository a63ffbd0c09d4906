import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Channel } from './outbox.ts';

/** What goes wrong with the next `times` requests (1 when left out). `late`: only after the vendor has done its part. */
export type Fault = ({ status: number } | { hang: true } | { reset: true }) & { times?: number; late?: boolean };

/** Whose requests can be made to fail. */
export type Failing = Channel | 'clerk';

type Faults = Map<Failing, Fault & { times: number }>;

/** Holds the faults that tests ask for, one kind per channel at a time. */
export function createFaults() {
  const faults: Faults = new Map();
  return {
    fail(channel: Failing, fault: Fault) {
      faults.set(channel, { ...fault, times: fault.times ?? 1 });
    },
    /** Makes the routes of one vendor fail as asked; `answer` words the failure as that vendor does. */
    install(app: FastifyInstance, channel: Failing, answer: (status: number) => unknown) {
      app.addHook('onRequest', async (_request, reply) => {
        const fault = take(faults, channel, false);
        if (!fault) return;
        if (!('status' in fault)) return never(fault, reply);
        return reply.code(fault.status).header('retry-after', '1').send(answer(fault.status));
      });
      app.addHook('onSend', async (_request, reply, payload) => {
        const fault = take(faults, channel, true);
        if (!fault) return payload;
        if (!('status' in fault)) return never(fault, reply);
        reply.code(fault.status).type('application/json');
        return JSON.stringify(answer(fault.status));
      });
    },
  };
}

function take(faults: Faults, channel: Failing, late: boolean): Fault | undefined {
  const fault = faults.get(channel);
  if (!fault || fault.times < 1 || Boolean(fault.late) !== late) return undefined;
  fault.times -= 1;
  return fault;
}

/** No answer: either the connection dies at once, or the caller waits until it gives up. */
function never(fault: Fault, reply: FastifyReply): Promise<never> {
  if ('reset' in fault) reply.raw.socket?.resetAndDestroy();
  return new Promise(() => {});
}
