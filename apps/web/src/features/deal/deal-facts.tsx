import type { ReactNode } from 'react';
import type { Deal } from '../../api.ts';
import { money, parseMoney } from '../../format/money.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMayWrite } from '../session/use-me.ts';
import styles from './deal-view.module.css';
import { useUpdateDeal } from './use-update-deal.ts';

/** Stage, value, owner and chance, each changed where it stands. */
export function DealFacts({ deal, stage }: { deal: Deal; stage: ReactNode }) {
  const update = useUpdateDeal(deal.dealId);
  const members = useMembers();
  const readOnly = !useMayWrite();
  const { dealId, version, valueCents, currency, ownerId } = deal;
  const save = (set: { valueCents?: number; ownerId?: string | null; probability?: number | null }) =>
    update.mutate({ dealId, version, ...set });
  const owners = [...members.values()].filter(
    (member) => (member.active && member.role !== 'read_only') || member.memberId === ownerId,
  );
  return (
    <dl className={styles.strip}>
      <div className={styles.fact}>
        <dt>Stage</dt>
        <dd>{stage}</dd>
      </div>
      <div className={styles.fact}>
        <dt>Value</dt>
        <dd>
          <InlineEdit
            label="Value"
            shown={money(valueCents, currency)}
            value={String(valueCents / 100)}
            readOnly={readOnly}
            inputMode="decimal"
            onSave={(text) => {
              const cents = parseMoney(text);
              if (cents !== null && cents >= 0) save({ valueCents: cents });
            }}
          />
        </dd>
      </div>
      <div className={styles.fact}>
        <dt>Owner</dt>
        <dd>
          <InlineSelect
            label="Owner"
            value={ownerId ?? ''}
            readOnly={readOnly}
            options={[['', 'Nobody yet'], ...owners.map(({ memberId, name }) => [memberId, name] as const)]}
            onSave={(owner) => save({ ownerId: owner || null })}
          />
        </dd>
      </div>
      <Chance deal={deal} readOnly={readOnly} onSave={(percent) => save({ probability: percent })} />
    </dl>
  );
}

interface ChanceProps {
  deal: Deal;
  readOnly: boolean;
  onSave: (percent: number | null) => void;
}

/** How likely it is, and who says so: the stage, or somebody who knows better. */
function Chance({ deal, readOnly, onSave }: ChanceProps) {
  const { probability, probabilityOverride, probabilitySetBy } = deal;
  const own = probabilityOverride !== null;
  const reason = own ? `set by ${probabilitySetBy?.name ?? 'hand'}` : 'by the stage';
  return (
    <div className={styles.fact} title={`${probability} %, ${reason}`}>
      <dt>Chance</dt>
      <dd>
        <InlineEdit
          label="Chance in percent; empty for the stage's own"
          shown={`${probability} %`}
          aside={reason}
          value={own ? String(probability) : ''}
          readOnly={readOnly}
          inputMode="numeric"
          onSave={(text) => {
            const percent = text === '' ? null : Number(text.replace('%', ''));
            if (percent === null || (Number.isInteger(percent) && percent >= 0 && percent <= 100)) onSave(percent);
          }}
        />
      </dd>
    </div>
  );
}
