import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../../../ui/empty.tsx';
import { Section } from '../../../ui/section.tsx';
import { useMe } from '../../session/use-me.ts';
import { channels, type NoticeChannel, type NoticeEvent, noticeLines, pacesOf } from './notice-words.ts';
import styles from './notification-settings.module.css';
import { useNotices } from './use-notices.ts';

/** What one is told of, through which channel and how soon; each choice holds from the moment it is made. */
export function NotificationSettings() {
  const { role } = useMe();
  const lines = noticeLines(role);
  if (lines.length === 0) {
    return (
      <Section title="What you are told of">
        <Empty title="Nothing is sent to you." text="You look on: deals, follow-ups and appointments are others’." />
      </Section>
    );
  }
  return (
    <>
      <Section title="What you are told of">
        <p className={styles.lead}>You never hear of what you did yourself, or of a deal you may not see.</p>
        <div className={styles.head} aria-hidden>
          {channels.map(([channel, label]) => (
            <span key={channel}>{label}</span>
          ))}
        </div>
        {lines.map(({ event, label, text }) => (
          <NoticeRow key={event} event={event} label={label} text={text} />
        ))}
        <Unlinked />
      </Section>
      <MorningMail />
    </>
  );
}

function NoticeRow({ event, label, text }: { event: NoticeEvent; label: string; text: string }) {
  return (
    <fieldset className={styles.row}>
      <legend className="unseen">{label}</legend>
      <div>
        <p className={styles.label} aria-hidden>
          {label}
        </p>
        <p className={styles.text}>{text}</p>
      </div>
      {channels.map(([channel, name]) => (
        <PaceChoice key={channel} event={event} channel={channel} name={name} label={label} />
      ))}
    </fieldset>
  );
}

interface PaceChoiceProps {
  event: NoticeEvent;
  channel: NoticeChannel;
  name: string;
  label: string;
}

/** How soon one kind of news comes through one channel. */
function PaceChoice({ event, channel, name, label }: PaceChoiceProps) {
  const { notifications, choose } = useNotices();
  const reachable = useReachable();
  const pace = notifications[event][channel];
  const options = pacesOf(event, channel, pace);
  if (options.length === 0) return <span className={styles.none} aria-hidden />;
  return (
    <div className={styles.choice}>
      <span className={styles.channel} aria-hidden>
        {name}
      </span>
      <span className={styles.select} data-pace={reachable[channel] ? pace : 'off'}>
        <select
          aria-label={`${label}: ${name}`}
          disabled={!reachable[channel]}
          value={reachable[channel] ? pace : 'off'}
          onChange={({ currentTarget }) => {
            const chosen = options.find(([option]) => option === currentTarget.value)?.[0];
            if (chosen) choose(event, channel, chosen);
          }}
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
        <IconChevronDown size={14} stroke={1.8} aria-hidden />
      </span>
    </div>
  );
}

function useReachable(): Record<NoticeChannel, boolean> {
  const { phoneLinked, slackLinked } = useMe();
  return { email: true, text: phoneLinked, slack: slackLinked };
}

/** Why a column cannot be chosen from, and where that is mended. */
function Unlinked() {
  const { text, slack } = useReachable();
  const profile = (words: ReactNode) => (
    <Link to="/settings" className={styles.link}>
      {words}
    </Link>
  );
  return (
    <>
      {text ? null : <p className={styles.hint}>No texts: your phone is not linked. {profile('Link your phone')}</p>}
      {slack ? null : <p className={styles.hint}>Nothing in Slack: you are not linked. {profile('Link Slack')}</p>}
    </>
  );
}

function MorningMail() {
  const { email, workspace } = useMe();
  return (
    <Section title="The morning mail">
      <p className={styles.lead}>
        One mail to {email} at eight in the morning, {workspace.name}’s time. It holds, in this order: overdue
        follow-ups, follow-ups due today, today’s appointments, and everything that is set to “Morning mail” above. When
        there is nothing to say, there is no mail.
      </p>
    </Section>
  );
}
