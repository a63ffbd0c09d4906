import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Trade } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { moneyField, numberField, textField } from '../../ui/form-fields.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { tradeStatuses } from './trade-words.ts';

interface TradeDialogProps {
  dealId: string;
  trade: Trade | null;
  onClose: () => void;
}

/** Adds or corrects a trade-in. */
export function TradeDialog({ dealId, trade, onClose }: TradeDialogProps) {
  const done = (words: string) => (saved: { changeId: string | null }) => {
    offerUndo(words, saved.changeId);
    onClose();
  };
  const create = useMutation(trpc.trade.create.mutationOptions({ onSuccess: done('Trade added') }));
  const update = useMutation(trpc.trade.update.mutationOptions({ onSuccess: done('Trade saved') }));
  const archive = useMutation(trpc.trade.archive.mutationOptions({ onSuccess: done('Trade taken off the deal') }));
  const problems = fieldProblems(create.error ?? update.error);
  const save = (fields: FormData) => {
    const values = readTrade(fields);
    if (trade) update.mutate({ tradeId: trade.tradeId, version: trade.version, ...values });
    else create.mutate({ dealId, ...values });
  };
  const text = (name: 'make' | 'model' | 'trim' | 'vin' | 'condition' | 'lienholder', label: string, span: number) => (
    <TextInput data-span={span} name={name} label={label} defaultValue={trade?.[name] ?? ''} error={problems[name]} />
  );
  const sum = (name: 'payoffCents' | 'acvCents' | 'allowanceCents', label: string) => (
    <TextInput
      data-span={2}
      name={name}
      label={label}
      inputMode="decimal"
      defaultValue={trade?.[name] ? trade[name] / 100 : ''}
      error={problems[name]}
    />
  );
  return (
    <FormDialog
      title={trade ? 'Edit trade' : 'Add a trade'}
      submit={trade ? 'Save trade' : 'Add trade'}
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
        defaultValue={trade?.year ?? ''}
        error={problems.year}
      />
      {text('make', 'Make', 2)}
      {text('model', 'Model', 2)}
      {text('trim', 'Trim', 2)}
      {text('vin', 'VIN', 4)}
      <TextInput
        data-span={2}
        name="odometer"
        label="Miles"
        inputMode="numeric"
        defaultValue={trade?.odometer ?? ''}
        error={problems.odometer}
      />
      {text('condition', 'Condition', 2)}
      {text('lienholder', 'Lienholder', 2)}
      {sum('acvCents', 'ACV')}
      {sum('allowanceCents', 'Allowance')}
      {sum('payoffCents', 'Payoff')}
      <NativeSelect
        name="status"
        label="Status"
        defaultValue={trade?.status ?? 'requested'}
        data={tradeStatuses.map(([value, label]) => ({ value, label }))}
      />
      <Textarea name="note" label="Note" autosize minRows={1} defaultValue={trade?.note ?? ''} error={problems.note} />
      {trade ? (
        <div>
          <TextButton onClick={() => archive.mutate({ tradeId: trade.tradeId })}>Take off the deal</TextButton>
        </div>
      ) : null}
    </FormDialog>
  );
}

function readTrade(fields: FormData) {
  return {
    year: numberField(fields, 'year'),
    make: textField(fields, 'make'),
    model: textField(fields, 'model'),
    trim: textField(fields, 'trim'),
    vin: textField(fields, 'vin'),
    odometer: numberField(fields, 'odometer'),
    condition: textField(fields, 'condition'),
    lienholder: textField(fields, 'lienholder'),
    acvCents: moneyField(fields, 'acvCents'),
    allowanceCents: moneyField(fields, 'allowanceCents'),
    payoffCents: moneyField(fields, 'payoffCents'),
    status: (textField(fields, 'status') ?? 'requested') as Trade['status'],
    note: textField(fields, 'note'),
  };
}
