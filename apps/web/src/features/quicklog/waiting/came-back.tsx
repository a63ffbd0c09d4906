import { useMutation } from '@tanstack/react-query';
import type { QuickLogAnswer } from '../../../api.ts';
import { trpc } from '../../../trpc.ts';
import { offerUndo, say } from '../../../undo/offer-undo.tsx';
import { useMayWrite } from '../../session/use-me.ts';
import { AnswerOptions } from '../answer-options.tsx';
import type { WaitingLog } from './waiting.rules.ts';
import styles from './waiting-list.module.css';
import { dropLog, keepLog } from './waiting-logs.ts';

/** Why a log was not simply logged: the question with its answers, or the refusal. */
export function CameBack({ log, answer }: { log: WaitingLog; answer: QuickLogAnswer }) {
  const online = useMayWrite();
  const choose = useMutation(
    trpc.quicklog.answer.mutationOptions({
      onSuccess: async (given) => {
        if (given.status !== 'logged') return keepLog({ ...log, answer: given });
        await dropLog(log.messageId);
        const [changeId = null] = given.changeIds;
        if (changeId) offerUndo(given.reply, changeId);
        else say(given.reply);
      },
    }),
  );
  const { questionId, options = [] } = answer;
  return (
    <div className={styles.back}>
      <p>{options.length > 0 ? answer.reply.split('\n')[0] : answer.reply}</p>
      {questionId ? (
        <AnswerOptions
          options={options}
          disabled={!online || choose.isPending}
          onChoose={(choice) => choose.mutate({ questionId, choice })}
        />
      ) : null}
    </div>
  );
}
