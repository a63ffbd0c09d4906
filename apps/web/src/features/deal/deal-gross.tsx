import type { Deal } from '../../api.ts';
import { money, parseMoney } from '../../format/money.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './deal-view.module.css';
import { useUpdateDeal } from './use-update-deal.ts';

const sides = [
  ['frontGrossCents', 'Front gross'],
  ['backGrossCents', 'Back gross'],
] as const;

/** What a sold deal earned; its owner and the managers say it, and correct it. */
export function DealGross({ deal }: { deal: Deal }) {
  const update = useUpdateDeal(deal.dealId);
  const { role, memberId } = useMe();
  const mayWrite = useMayWrite();
  if (!deal.soldOn) return null;
  const { dealId, version, currency, frontGrossCents, backGrossCents } = deal;
  const readOnly = !mayWrite || (role === 'rep' && deal.ownerId !== memberId);
  const total = (frontGrossCents ?? 0) + (backGrossCents ?? 0);
  return (
    <dl className={styles.gross}>
      {sides.map(([side, label]) => {
        const cents = deal[side];
        return (
          <div key={side} className={styles.fact}>
            <dt>{label}</dt>
            <dd>
              <InlineEdit
                label={label}
                shown={cents === null ? 'Not known yet' : money(cents, currency)}
                value={cents === null ? '' : String(cents / 100)}
                readOnly={readOnly}
                inputMode="text"
                onSave={(text) => {
                  const said = text === '' ? null : parseMoney(text);
                  if (text === '' || said !== null) update.mutate({ dealId, version, [side]: said });
                }}
              />
            </dd>
          </div>
        );
      })}
      <div className={styles.fact}>
        <dt>Total gross</dt>
        <dd className={styles.total} data-negative={total < 0 || undefined}>
          {frontGrossCents === null && backGrossCents === null ? '–' : money(total, currency)}
        </dd>
      </div>
    </dl>
  );
}
