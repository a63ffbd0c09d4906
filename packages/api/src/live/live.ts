import { type TRPCRouterRecord, tracked } from '@trpc/server';
import { z } from 'zod';
import { isAuditOnly } from '../change/audit-only.rules.ts';
import type { Actor } from '../context.ts';
import { memberProcedure } from '../trpc.ts';
import { anybody } from './announcement.ts';
import type { LiveEvent } from './hub.ts';
import { stillThere } from './still-there.ts';

/** Subjects whose change can alter what everybody sees. */
const everybodys = new Set(['workspace', 'stage', 'member', 'import']);
/** Beyond this a client is too slow to be told one by one. */
const longestQueue = 1_000;

export const live = {
  /**
   * Ids of what changes, as it changes, to those who may see it; resumes after `lastEventId`. Ends with FORBIDDEN or
   * UNAUTHORIZED when who listens was removed or signed out, and goes on with their new rights when those changed.
   */
  changes: memberProcedure
    .input(z.object({ lastEventId: z.string().regex(/^\d+$/).nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const { services } = ctx;
      let { actor } = ctx;
      const queue: LiveEvent[] = [];
      let wake = () => {};
      // First the live source, then the backlog: what comes in between is in both, and told once.
      const subscription = services.live.subscribe(actor.workspaceId, (event) => {
        queue.push(event);
        wake();
      });
      signal?.addEventListener('abort', () => wake());
      try {
        let last = await subscription.ready;
        if (input?.lastEventId) {
          const seen = Number(input.lastEventId);
          // A number from the future was given out by a database that has been restored since.
          const backlog = seen > last ? null : await services.live.since(actor.workspaceId, seen);
          queue.unshift(...(backlog ?? [{ seq: last, resync: true as const }]));
          last = backlog ? seen : last;
        }
        while (!signal?.aborted) {
          if (queue.length > longestQueue)
            queue.splice(0, queue.length, { seq: queue.at(-1)?.seq ?? last, resync: true });
          const event = queue.shift();
          if (!event) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          } else if (event.seq > last || 'resync' in event) {
            last = event.seq;
            actor = await stillThere({ ...ctx, actor }, event);
            const visible = toWire(event, actor);
            if (visible) yield tracked(String(event.seq), visible);
          }
        }
      } finally {
        subscription.close();
      }
    }),
} satisfies TRPCRouterRecord;

/** What this member may be told, or null. Losing sight of a deal is also news: they are told to look again. */
function toWire(event: LiveEvent, actor: Actor) {
  if ('resync' in event) return { seq: event.seq, kind: 'resync' as const };
  const { seq, procedure, door, memberId, dealId, contactId, subject, visibleTo, formerly } = event;
  if (isAuditOnly({ subjectType: subject.type, procedure })) return null;
  if (everybodys.has(subject.type)) return { seq, kind: 'resync' as const };
  if (actor.sees !== 'floor' && !visibleTo.includes(actor.memberId)) {
    return formerly.includes(actor.memberId) || formerly.includes(anybody) ? { seq, kind: 'resync' as const } : null;
  }
  return { seq, kind: 'change' as const, procedure, door, memberId, dealId, contactId, subject };
}
