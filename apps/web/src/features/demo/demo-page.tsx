import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../trpc.ts';
import { Segments } from '../../ui/segments.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { newestFirst } from '../board/board.rules.ts';
import { useLive, useMe } from '../session/use-me.ts';
import { castQuery } from './cast-query.ts';
import { DemoHead } from './demo-head.tsx';
import styles from './demo-page.module.css';
import { DemoStep } from './demo-step.tsx';
import { slackExamples, stranger } from './examples.ts';
import { FloorPane } from './floor/floor-pane.tsx';
import { useFloorNews } from './floor/use-floor-news.ts';
import { allSent } from './outbox/all-sent.rules.ts';
import { OutboxList } from './outbox/outbox-list.tsx';
import { receiverOf } from './outbox/receiver.rules.ts';
import { useOutbox } from './outbox/use-outbox.ts';
import { PhonePane } from './phone/phone-pane.tsx';
import { usePhoneLine } from './phone/use-phone-line.ts';
import { SlackPane } from './slack/slack-pane.tsx';
import { useSlackChannel } from './slack/use-slack-channel.ts';

const steps = {
  phone: {
    title: 'Text what happened',
    text: 'Tap a message. A rep on the lot types it with one thumb, no app, no form.',
  },
  board: {
    title: 'Watch the board',
    text: 'The call, the car and the follow-up land on the card, on every screen in the store.',
  },
  slack: { title: 'Move a deal from Slack', text: 'Send the first command. The card glides; Undo brings it back.' },
};

type Tab = keyof typeof steps | 'outbox';
const tabs: (readonly [Tab, string])[] = [
  ['phone', 'Phone'],
  ['board', 'Board'],
  ['slack', 'Slack'],
  ['outbox', 'Outbox'],
];

/** A phone, the live board and Slack on one screen, and below them what would have been sent. */
export function DemoPage() {
  const { data: cast } = useSuspenseQuery(castQuery);
  const owners = [...cast.phones, stranger];
  const narrow = usePhone();
  const [tab, setTab] = useState<Tab>('phone');
  const line = usePhoneLine(owners);
  const channel = useSlackChannel(cast.slack, useMe().email);
  const outbox = useOutbox().data ?? [];
  const news = useFloorNews();
  const board = useQuery(trpc.deal.board.queryOptions({}, { select: newestFirst }));
  useLive();
  const leadTo = (pane: Tab, label: string) => (narrow ? { label, go: () => setTab(pane) } : undefined);
  const shown = (pane: Tab) => !narrow || tab === pane;
  return (
    <div className={styles.page}>
      <DemoHead />
      <main className={styles.panes} aria-label="Try Beback">
        {narrow ? <Segments<Tab> label="Show" value={tab} options={tabs} onChange={setTab} /> : null}
        {shown('phone') ? (
          <div className={styles.pane} data-pane="phone">
            <DemoStep number={1} {...steps.phone} done={news.texted} next={leadTo('board', 'See it on the board')} />
            <PhonePane line={line} owners={owners} number={cast.repNumber} />
          </div>
        ) : null}
        {shown('board') ? (
          <div className={styles.pane} data-pane="board">
            <DemoStep
              number={2}
              {...steps.board}
              done={news.latest !== null}
              next={leadTo('slack', 'Go on in Slack')}
            />
            <FloorPane board={board} news={news} compact={!narrow} />
          </div>
        ) : null}
        {shown('slack') ? (
          <div className={styles.pane} data-pane="slack">
            <DemoStep number={3} {...steps.slack} done={news.slacked} next={leadTo('board', 'See it on the board')} />
            <SlackPane channel={channel} users={cast.slack} outbox={outbox} examples={slackExamples(board.data)} />
          </div>
        ) : null}
        {shown('outbox') ? (
          <OutboxList
            entries={allSent(outbox, line.texts)}
            receiver={(entry) => receiverOf(entry, cast, channel.lines)}
          />
        ) : null}
      </main>
    </div>
  );
}
