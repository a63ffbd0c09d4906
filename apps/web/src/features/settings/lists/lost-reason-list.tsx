import { InlineSelect } from '../../../ui/inline-select.tsx';
import styles from '../settings.module.css';
import { placeBeside, step } from '../stage-order.rules.ts';
import { ListRow } from './list-row.tsx';
import { inOrder, type SavedReason } from './lost-reasons.rules.ts';

interface LostReasonListProps {
  items: SavedReason[];
  bad: boolean;
  readOnly: boolean;
  onSave: (items: SavedReason[]) => void;
}

const kinds = [
  ['lost', 'Counts as lost'],
  ['bad', 'In no ratio'],
] as const;

/** The reasons that count as lost, or those that count as nothing. */
export function LostReasonList({ items, bad, readOnly, onSave }: LostReasonListProps) {
  const keys = items.map(({ key }) => key);
  const shown = items.filter((reason) => reason.bad === bad);
  const within = shown.map(({ key }) => key);
  const reorder = (order: string[]) => {
    if (order.join() !== within.join())
      onSave(inOrder(items, [...order, ...keys.filter((key) => !order.includes(key))]));
  };
  return (
    <ol>
      {shown.map((reason) => {
        const change = (set: Partial<SavedReason>) =>
          onSave(items.map((other) => (other.key === reason.key ? { ...other, ...set } : other)));
        return (
          <ListRow
            key={reason.key}
            id={reason.key}
            name={reason.name}
            hidden={reason.hidden}
            readOnly={readOnly}
            onRename={(name) => change({ name })}
            onStep={(by) => reorder(step(within, reason.key, by))}
            onDrop={(moved, edge) => reorder(placeBeside(within, moved, reason.key, edge))}
            onHide={() => change({ hidden: !reason.hidden })}
          >
            {readOnly ? null : (
              <span className={styles.counts}>
                <InlineSelect
                  label={`What ${reason.name} counts as`}
                  value={bad ? 'bad' : 'lost'}
                  options={kinds}
                  onSave={(kind) => change({ bad: kind === 'bad' })}
                />
              </span>
            )}
          </ListRow>
        );
      })}
    </ol>
  );
}
