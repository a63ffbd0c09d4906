import { IconEye } from '@tabler/icons-react';
import type { OutboxEntry } from '../demo-requests.ts';
import { readBlocks, type SlackButton } from './slack-blocks.rules.ts';
import styles from './slack-pane.module.css';

interface SlackAnswerProps {
  answer: OutboxEntry;
  busy: boolean;
  onPress: (button: SlackButton) => void;
}

/** What the bot says, with the buttons its blocks carry. */
export function SlackAnswer({ answer, busy, onPress }: SlackAnswerProps) {
  const { lines, buttons } = readBlocks(answer.blocks, answer.body);
  return (
    <div className={styles.message}>
      <img src="/icon.svg" alt="" width={28} height={28} className={styles.app} />
      <div>
        <p className={styles.name}>
          Beback <span className={styles.badge}>App</span>
          <span className={styles.private}>
            <IconEye size={12} stroke={1.8} aria-hidden /> only visible to you
          </span>
        </p>
        {lines.map((line) => (
          <p key={line} className={styles.text}>
            <Words line={line} />
          </p>
        ))}
        {buttons.length > 0 ? (
          <div className={styles.buttons}>
            {buttons.map((button) => (
              <button
                key={button.actionId}
                type="button"
                className={styles.button}
                disabled={busy}
                onClick={() => onPress(button)}
              >
                {button.label}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}

const address = /(https?:\/\/\S+)/;

/** A line with its addresses to click, as Slack shows it. */
function Words({ line }: { line: string }) {
  return line.split(address).map((part) =>
    address.test(part) ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
