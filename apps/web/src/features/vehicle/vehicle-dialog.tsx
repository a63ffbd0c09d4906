import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Vehicle } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { moneyField, numberField, textField } from '../../ui/form-fields.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';

interface VehicleDialogProps {
  dealId: string;
  vehicle: Vehicle | null;
  onClose: () => void;
}

/** Adds or corrects a vehicle of interest. */
export function VehicleDialog({ dealId, vehicle, onClose }: VehicleDialogProps) {
  const done = (words: string) => (saved: { changeId: string | null }) => {
    offerUndo(words, saved.changeId);
    onClose();
  };
  const create = useMutation(trpc.vehicle.create.mutationOptions({ onSuccess: done('Vehicle added') }));
  const update = useMutation(trpc.vehicle.update.mutationOptions({ onSuccess: done('Vehicle saved') }));
  const archive = useMutation(trpc.vehicle.archive.mutationOptions({ onSuccess: done('Vehicle taken off the deal') }));
  const problems = fieldProblems(create.error ?? update.error);
  const save = (fields: FormData) => {
    const values = readVehicle(fields);
    if (vehicle) update.mutate({ vehicleId: vehicle.vehicleId, version: vehicle.version, ...values });
    else create.mutate({ dealId, ...values });
  };
  const text = (name: 'make' | 'model' | 'trim' | 'color' | 'stockNumber' | 'vin', label: string, span: number) => (
    <TextInput data-span={span} name={name} label={label} defaultValue={vehicle?.[name] ?? ''} error={problems[name]} />
  );
  return (
    <FormDialog
      title={vehicle ? 'Edit vehicle' : 'Add a vehicle'}
      submit={vehicle ? 'Save vehicle' : 'Add vehicle'}
      pending={create.isPending || update.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        data-span={2}
        name="year"
        label="Year"
        inputMode="numeric"
        data-autofocus
        defaultValue={vehicle?.year ?? ''}
        error={problems.year}
      />
      {text('make', 'Make', 2)}
      {text('model', 'Model', 2)}
      {text('trim', 'Trim', 2)}
      {text('color', 'Color', 2)}
      {text('stockNumber', 'Stock number', 2)}
      {text('vin', 'VIN', 4)}
      <TextInput
        data-span={2}
        name="price"
        label="Price"
        inputMode="decimal"
        defaultValue={vehicle?.priceCents ? vehicle.priceCents / 100 : ''}
        error={problems.priceCents}
      />
      <NativeSelect
        data-span={3}
        name="condition"
        label="Condition"
        defaultValue={vehicle?.condition ?? ''}
        data={[
          { value: '', label: 'Not known' },
          { value: 'new', label: 'New' },
          { value: 'used', label: 'Used' },
        ]}
      />
      <NativeSelect
        data-span={3}
        name="interest"
        label="Wants to"
        defaultValue={vehicle?.interest ?? 'buy'}
        data={[
          { value: 'buy', label: 'Buy' },
          { value: 'lease', label: 'Lease' },
        ]}
      />
      <Textarea
        name="note"
        label="Note"
        autosize
        minRows={1}
        defaultValue={vehicle?.note ?? ''}
        error={problems.note}
      />
      {vehicle ? (
        <div>
          <TextButton onClick={() => archive.mutate({ vehicleId: vehicle.vehicleId })}>Take off the deal</TextButton>
        </div>
      ) : null}
    </FormDialog>
  );
}

function readVehicle(fields: FormData) {
  return {
    year: numberField(fields, 'year'),
    make: textField(fields, 'make'),
    model: textField(fields, 'model'),
    trim: textField(fields, 'trim'),
    color: textField(fields, 'color'),
    stockNumber: textField(fields, 'stockNumber'),
    vin: textField(fields, 'vin'),
    priceCents: moneyField(fields, 'price'),
    condition: (textField(fields, 'condition') ?? null) as Vehicle['condition'],
    interest: (textField(fields, 'interest') ?? 'buy') as Vehicle['interest'],
    note: textField(fields, 'note'),
  };
}
