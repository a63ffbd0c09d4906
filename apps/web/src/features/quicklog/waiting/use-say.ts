import type { QuickLogAnswer } from '../../../api.ts';
import { serverNow } from '../../../clock.ts';
import { isUnreachable } from '../../../offline/unreachable.ts';
import { useMe } from '../../session/use-me.ts';
import { submitLog } from './send-waiting.ts';
import { keepLog, newMessageId } from './waiting-logs.ts';

/** Words, and the deal they are about if they name nobody. */
interface Said {
  text: string;
  dealId?: string | undefined;
}

/**
 * Says something to the quick-log. Where the server cannot be reached, the words are kept and sent later, once: then there is
 * no answer yet, and null is given. Throws what the server refuses.
 */
export function useSay(): (said: Said) => Promise<QuickLogAnswer | null> {
  const { memberId, workspace } = useMe();
  const { workspaceId } = workspace;
  return async ({ text, dealId }) => {
    const typedAt = new Date(serverNow()).toISOString();
    const log = { messageId: newMessageId(), text, dealId, typedAt, memberId, workspaceId };
    try {
      if (navigator.onLine) return await submitLog({ text, dealId, messageId: log.messageId, memberId });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
    await keepLog(log);
    return null;
  };
}
