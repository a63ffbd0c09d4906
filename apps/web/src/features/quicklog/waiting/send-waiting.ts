import { wireError } from '@beback/api/user-message';
import { useEffect } from 'react';
import type { QuickLogAnswer } from '../../../api.ts';
import { barredBy } from '../../../errors/barred.ts';
import { errorSentence } from '../../../errors/error-sentence.ts';
import { useLiveStatus } from '../../../live/connection.ts';
import { isUnreachable } from '../../../offline/unreachable.ts';
import { client } from '../../../trpc.ts';
import { offerUndo, say } from '../../../undo/offer-undo.tsx';
import { useMe } from '../../session/use-me.ts';
import { logsOf, toSend, type Whose } from './waiting.rules.ts';
import { dropLog, keepLog, readLog, readWaiting, useWaitingLogs } from './waiting-logs.ts';

const tryAgainAfter = 10_000;
const patience = 15_000;

/** Sends what waits whenever the server can be reached, in the order it was typed. */
export function useSendWaiting(): void {
  const { memberId, workspace } = useMe();
  const status = useLiveStatus();
  const waiting = toSend(useWaitingLogs()).length;
  const { workspaceId } = workspace;
  useEffect(() => {
    if (status !== 'live' || waiting === 0) return;
    const send = () => void sendWaiting({ memberId, workspaceId });
    send();
    const timer = setInterval(send, tryAgainAfter);
    return () => clearInterval(timer);
  }, [status, waiting, memberId, workspaceId]);
}

/** Submits words as one message of this person: done once, however often it is sent. Throws like any call. */
export function submitLog(log: {
  text: string;
  messageId: string;
  memberId: string;
  typedAt?: string;
  dealId?: string | undefined;
}): Promise<QuickLogAnswer> {
  const { text, messageId, memberId, typedAt, dealId } = log;
  const signal = AbortSignal.timeout(patience);
  return client.quicklog.submit.mutate({ text, messageId, memberId, typedAt, dealId }, { signal });
}

/** One tab at a time sends; the others find nothing left. */
function sendWaiting(whose: Whose): Promise<void> {
  return navigator.locks.request('beback-waiting', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const { messageId } of toSend(logsOf(await readWaiting(), whose))) {
      if (!(await sendOne(messageId))) return;
    }
  });
}

/** Gives whether the next one may go. */
async function sendOne(messageId: string): Promise<boolean> {
  const log = await readLog(messageId);
  if (!log || log.answer) return true;
  try {
    const answer = await submitLog(log);
    if (answer.status !== 'logged') {
      await keepLog({ ...log, answer });
      return true;
    }
    await dropLog(messageId);
    const [changeId = null] = answer.changeIds;
    if (changeId) offerUndo(answer.reply, changeId);
    else say(answer.reply);
    return true;
  } catch (error) {
    // Another person signed in meanwhile, in another tab: it waits for its own.
    const theirs = wireError(error)?.reason === 'other_member';
    if (isUnreachable(error) || barredBy(error) || theirs) return false;
    await keepLog({ ...log, answer: { status: 'refused', reply: errorSentence(error), changeIds: [] } });
    return true;
  }
}
