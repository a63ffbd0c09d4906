import { useState } from 'react';
import type { Trade } from '../../api.ts';
import { money } from '../../format/money.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from '../vehicle/vehicles.module.css';
import { TradeDialog } from './trade-dialog.tsx';
import { tradeStatuses } from './trade-words.ts';

/** What the customer trades in, and what is left of it after the payoff. */
export function Trades({ dealId, trades }: { dealId: string; trades: readonly Trade[] }) {
  const [editing, setEditing] = useState<Trade | 'new' | null>(null);
  const mayWrite = useMayWrite();
  const add = mayWrite ? <TextButton onClick={() => setEditing('new')}>Add trade</TextButton> : null;
  return (
    <Section title="Trade" action={add}>
      {trades.length === 0 ? <p className={styles.none}>No trade-in.</p> : null}
      <ul>
        {trades.map((trade) => (
          <TradeRow key={trade.tradeId} trade={trade} onEdit={mayWrite ? () => setEditing(trade) : undefined} />
        ))}
      </ul>
      {editing ? (
        <TradeDialog dealId={dealId} trade={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Section>
  );
}

function TradeRow({ trade, onEdit }: { trade: Trade; onEdit: (() => void) | undefined }) {
  const { currency } = useMe().workspace;
  const { year, make, model, trim, odometer, condition, lienholder, status, equityCents } = trade;
  const name = [year, make, model, trim].filter(Boolean).join(' ') || 'A trade-in';
  const miles = odometer ? `${odometer.toLocaleString('en-US')} mi` : null;
  const state = tradeStatuses.find(([code]) => code === status)?.[1];
  const sums = [
    ['ACV', trade.acvCents],
    ['Allowance', trade.allowanceCents],
    ['Payoff', trade.payoffCents],
  ] as const;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        <p className={styles.details}>{[state, miles, condition, lienholder].filter(Boolean).join(' · ')}</p>
        <dl className={styles.sums}>
          {sums.map(([label, cents]) =>
            cents === null ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{money(cents, currency)}</dd>
              </div>
            ),
          )}
          {equityCents === null ? null : (
            <div>
              <dt>{equityCents < 0 ? 'Negative equity' : 'Equity'}</dt>
              <dd className={styles.equity} data-negative={equityCents < 0 || undefined}>
                {money(equityCents, currency)}
              </dd>
            </div>
          )}
        </dl>
      </div>
      {onEdit ? (
        <TextButton aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </TextButton>
      ) : null}
    </li>
  );
}
