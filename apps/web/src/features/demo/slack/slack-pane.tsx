import { IconBrandSlack, IconChevronDown, IconSend2 } from '@tabler/icons-react';
import { initialsOf } from '../../../format/initials.ts';
import { Initials } from '../../../ui/initials.tsx';
import type { DemoSlackUser, OutboxEntry } from '../demo-requests.ts';
import { useFollowEnd } from '../use-follow-end.ts';
import { SlackAnswer } from './slack-answer.tsx';
import styles from './slack-pane.module.css';
import { answersTo } from './slack-thread.rules.ts';
import type { SlackChannel } from './use-slack-channel.ts';

interface SlackPaneProps {
  channel: SlackChannel;
  users: readonly DemoSlackUser[];
  outbox: readonly OutboxEntry[];
  examples: readonly string[];
}

/** A Slack channel: commands, the bot's answers with their buttons, and a composer. */
export function SlackPane({ channel, users, outbox, examples }: SlackPaneProps) {
  const { userId, draft, setDraft, send, busy } = channel;
  return (
    <section className={styles.slack} aria-label="Slack">
      <header className={styles.head}>
        <h2>
          <IconBrandSlack size={16} stroke={1.7} aria-hidden /> floor
        </h2>
        <label className={styles.user}>
          <span className={styles.as}>as</span>
          <span className="unseen">who types in Slack</span>
          <select value={userId} onChange={(event) => channel.setUserId(event.currentTarget.value)}>
            {users.map(({ userId: option, name, workspace }) => (
              <option key={option} value={option}>
                {workspace === users[0]?.workspace ? name : `${name}, ${workspace}`}
              </option>
            ))}
          </select>
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </label>
      </header>
      <Messages channel={channel} users={users} outbox={outbox} />
      <ul className={styles.examples} aria-label="Commands to try">
        {examples.map((example) => (
          <li key={example}>
            <button type="button" className={styles.example} disabled={busy} onClick={() => send(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
      <form
        className={styles.composer}
        onSubmit={(event) => {
          event.preventDefault();
          send(draft);
        }}
      >
        <input
          aria-label="Message to the floor channel"
          placeholder="/deal lopez to write-up"
          autoComplete="off"
          enterKeyHint="send"
          maxLength={2000}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" className={styles.send} aria-label="Send to Slack" disabled={busy || !draft.trim()}>
          <IconSend2 size={16} stroke={1.8} aria-hidden />
        </button>
      </form>
    </section>
  );
}

function Messages({ channel, users, outbox }: Omit<SlackPaneProps, 'examples'>) {
  const { lines } = channel;
  const threads = lines.map((line) => ({ line, answers: answersTo(line, outbox) }));
  const grown = threads.reduce((sum, { answers }) => sum + 1 + answers.length, 0);
  const end = useFollowEnd<HTMLDivElement>(`${grown}`);
  return (
    <div ref={end} className={styles.messages} role="log" aria-label="Messages">
      {lines.length === 0 ? (
        <p className={styles.hint}>Send a command. Answers are only visible to whoever asked, as in Slack.</p>
      ) : null}
      {threads.map(({ line, answers }) => {
        const name = users.find(({ userId }) => userId === line.userId)?.name ?? 'Somebody';
        return (
          <div key={line.id} className={styles.thread}>
            <div className={styles.message}>
              <Initials initials={initialsOf(name)} size={28} />
              <div>
                <p className={styles.name}>{name}</p>
                <p className={styles.text}>{line.text}</p>
              </div>
            </div>
            {answers.map((answer) => (
              <SlackAnswer
                key={answer.id}
                answer={answer}
                busy={channel.busy}
                onPress={(button) => channel.press(line, button)}
              />
            ))}
            {answers.length === 0 ? <p className={styles.waiting}>Beback is answering…</p> : null}
          </div>
        );
      })}
    </div>
  );
}
