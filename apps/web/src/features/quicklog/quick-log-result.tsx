import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import type { QuickLogAnswer } from '../../api.ts';
import { AnswerOptions } from './answer-options.tsx';
import styles from './quick-log.module.css';
import { QuickLogPreview } from './quick-log-preview.tsx';
import type { QuickLog } from './use-quick-log.ts';

const marks = { logged: IconCheck, ask: IconHelp, refused: IconX };

/** Under the box: what was understood so far, then the answer with its numbered options or Undo. */
export function QuickLogResult({ log, floating = false }: { log: QuickLog; floating?: boolean }) {
  const { answer, text } = log;
  const asking = answer?.status === 'ask';
  const preview = text.trim() !== '' && !(asking && /^\s*\d\s*$/.test(text));
  if (!answer && !preview) return null;
  return (
    <div className={styles.result} data-floating={floating || undefined} aria-live="polite">
      {answer && !(preview && answer.status === 'logged') ? <Answer answer={answer} log={log} /> : null}
      {preview ? <QuickLogPreview understood={log.understood} /> : null}
    </div>
  );
}

function Answer({ answer, log }: { answer: QuickLogAnswer; log: QuickLog }) {
  const Mark = marks[answer.status];
  return (
    <div className={styles.answer} data-status={answer.status}>
      <Mark size={16} stroke={2} className={styles.mark} aria-hidden />
      <p className={styles.reply}>{answer.options?.length ? question(answer.reply) : answer.reply}</p>
      {answer.changeIds.length > 0 ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          loading={log.busy}
          onClick={() => log.undo(answer.changeIds)}
        >
          Undo
        </Button>
      ) : null}
      {answer.options?.length ? (
        <AnswerOptions options={answer.options} disabled={log.busy} onChoose={log.choose} />
      ) : null}
    </div>
  );
}

/** The question without its numbered list: the options stand below it as buttons. */
function question(reply: string): string {
  return reply.split('\n')[0] ?? reply;
}
