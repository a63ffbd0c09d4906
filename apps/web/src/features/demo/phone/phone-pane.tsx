import { IconArrowUp, IconChevronDown } from '@tabler/icons-react';
import { phone as readable } from '../../../format/phone.ts';
import type { DemoPhoneOwner } from '../demo-requests.ts';
import { textExamples } from '../examples.ts';
import { useFollowEnd } from '../use-follow-end.ts';
import styles from './phone-pane.module.css';
import { quickReplies } from './quick-replies.rules.ts';
import type { PhoneLine } from './use-phone-line.ts';

interface PhonePaneProps {
  line: PhoneLine;
  owners: readonly DemoPhoneOwner[];
  number: string;
}

/** A rep's phone: the conversation with the dealership's line, examples under the thumb, and a field to type. */
export function PhonePane({ line, owners, number }: PhonePaneProps) {
  const { owner, draft, setDraft, send, busy } = line;
  if (!owner) return null;
  const last = line.texts.findLast(({ phone }) => phone === owner.phone);
  const replies = last?.by === 'beback' ? quickReplies(last.body) : [];
  return (
    <section className={styles.phone} aria-label="A rep's phone">
      <header className={styles.head}>
        <label className={styles.owner}>
          <span className="unseen">Whose phone</span>
          <select value={owner.phone} onChange={(event) => line.setPhone(event.currentTarget.value)}>
            {owners.map(({ phone, name, workspace }) => (
              <option key={phone} value={phone}>
                {label(name, workspace, owners)}
              </option>
            ))}
          </select>
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </label>
        <p className={styles.to}>texts Beback at {readable(number)}</p>
      </header>
      <Conversation line={line} />
      <ul className={styles.examples} aria-label="Messages to try">
        {replies.length > 0 ? (
          <li className={styles.replies}>
            {replies.map((choice) => (
              <button
                key={choice}
                type="button"
                className={styles.example}
                disabled={busy}
                onClick={() => send(choice)}
              >
                {choice}
              </button>
            ))}
          </li>
        ) : null}
        {textExamples(owner.email).map((example) => (
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
          aria-label="Text message"
          placeholder="Text message"
          autoComplete="off"
          enterKeyHint="send"
          maxLength={1600}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" className={styles.send} aria-label="Send the text" disabled={busy || !draft.trim()}>
          <IconArrowUp size={16} stroke={2.4} aria-hidden />
        </button>
      </form>
    </section>
  );
}

function Conversation({ line: { texts, owner, waiting } }: { line: PhoneLine }) {
  const shown = texts.filter(({ phone }) => phone === owner?.phone);
  const end = useFollowEnd<HTMLDivElement>(`${shown.length}${waiting}`);
  return (
    <div ref={end} className={styles.talk} role="log" aria-label="Conversation">
      {shown.length === 0 ? (
        <p className={styles.hint}>
          Tap a message below. {owner?.name.split(' ')[0]} would type it like this, with one thumb.
        </p>
      ) : null}
      {shown.map(({ id, by, body }) => (
        <p key={id} className={styles.bubble} data-by={by}>
          <span className="unseen">{by === 'rep' ? 'Sent: ' : 'Beback: '}</span>
          {body}
        </p>
      ))}
      {waiting ? (
        <p className={styles.bubble} data-by="beback" data-waiting>
          <span className="unseen">Beback is answering</span>
          <i />
          <i />
          <i />
        </p>
      ) : null}
    </div>
  );
}

/** People of another store carry its name. */
function label(name: string, workspace: string, owners: readonly DemoPhoneOwner[]): string {
  return workspace === owners[0]?.workspace || workspace === '' ? name : `${name}, ${workspace}`;
}
