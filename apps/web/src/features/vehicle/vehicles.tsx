import { useState } from 'react';
import type { Vehicle } from '../../api.ts';
import { money } from '../../format/money.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import { VehicleDialog } from './vehicle-dialog.tsx';
import styles from './vehicles.module.css';

/** The vehicles a customer is looking at. */
export function Vehicles({ dealId, vehicles }: { dealId: string; vehicles: readonly Vehicle[] }) {
  const [editing, setEditing] = useState<Vehicle | 'new' | null>(null);
  const mayWrite = useMayWrite();
  const add = mayWrite ? <TextButton onClick={() => setEditing('new')}>Add vehicle</TextButton> : null;
  return (
    <Section title="Vehicle" action={add}>
      {vehicles.length === 0 ? <p className={styles.none}>Which one do they want?</p> : null}
      <ul>
        {vehicles.map((vehicle) => (
          <VehicleRow
            key={vehicle.vehicleId}
            vehicle={vehicle}
            onEdit={mayWrite ? () => setEditing(vehicle) : undefined}
          />
        ))}
      </ul>
      {editing ? (
        <VehicleDialog dealId={dealId} vehicle={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Section>
  );
}

function VehicleRow({ vehicle, onEdit }: { vehicle: Vehicle; onEdit: (() => void) | undefined }) {
  const { currency } = useMe().workspace;
  const { year, make, model, trim, condition, color, stockNumber, vin, priceCents, interest, note } = vehicle;
  const name = [year, make, model, trim].filter(Boolean).join(' ') || 'A vehicle';
  const details = [condition, color, stockNumber, vin, interest === 'lease' ? 'lease' : null]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        {details ? <p className={styles.details}>{details}</p> : null}
        {note ? <p className={styles.details}>{note}</p> : null}
      </div>
      {priceCents ? <span className="tabular">{money(priceCents, currency)}</span> : null}
      {onEdit ? (
        <TextButton aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </TextButton>
      ) : null}
    </li>
  );
}
