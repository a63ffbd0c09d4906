import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { errorSentence } from '../../errors/error-sentence.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { timeZones } from '../../format/time-zones.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { textField } from '../../ui/form-fields.ts';
import { Segments } from '../../ui/segments.tsx';
import { PipelinePreview } from './pipeline-preview.tsx';
import { currencies, guessCurrency } from './region.rules.ts';
import styles from './welcome.module.css';

type Sells = 'new' | 'used' | 'both';
const sold: (readonly [Sells, string])[] = [
  ['both', 'New and used'],
  ['new', 'New'],
  ['used', 'Used'],
];
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A dealership of one's own: what has to be known is guessed from the browser, the name is all there is to type. */
export function NewDealershipForm({ name }: { name: string }) {
  const [sells, setSells] = useState<Sells>('both');
  const navigate = useNavigate();
  const create = useMutation(
    trpc.workspace.create.mutationOptions({
      meta: { shownInPlace: true },
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ to: '/welcome/begin' });
      },
    }),
  );
  const problems = fieldProblems(create.error);
  const unplaced = create.error && Object.keys(problems).length === 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(readDealership(new FormData(event.currentTarget), sells, name));
      }}
    >
      <TextInput
        name="name"
        label="Name of the dealership"
        placeholder="Northside Motors"
        required
        autoFocus
        autoComplete="organization"
        maxLength={100}
        error={problems.name}
      />
      {name ? null : (
        <TextInput name="ownerName" label="Your name" required autoComplete="name" error={problems.ownerName} />
      )}
      <div className={styles.pair}>
        <NativeSelect
          name="timeZone"
          label="Time zone"
          defaultValue={here}
          data={timeZones(here).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          error={problems.timeZone}
        />
        <NativeSelect
          name="currency"
          label="Currency"
          defaultValue={guessCurrency(navigator.languages)}
          data={currencies.map((code) => ({ value: code, label: `${code}, ${nameOf(code)}` }))}
          error={problems.currency}
        />
      </div>
      <div>
        <p className={styles.label} aria-hidden>
          What you sell
        </p>
        <Segments<Sells> label="What you sell" value={sells} options={sold} onChange={setSells} />
      </div>
      <PipelinePreview />
      {unplaced ? (
        <p className={styles.problem} role="alert">
          {errorSentence(create.error)}
        </p>
      ) : null}
      <div>
        <Button type="submit" loading={create.isPending}>
          Open the dealership
        </Button>
      </div>
    </form>
  );
}

function readDealership(fields: FormData, sells: Sells, known: string) {
  const ownerName = textField(fields, 'ownerName') ?? known;
  return {
    name: textField(fields, 'name') ?? '',
    timeZone: textField(fields, 'timeZone') ?? here,
    currency: textField(fields, 'currency') ?? 'USD',
    sells,
    ...(ownerName ? { ownerName } : {}),
  };
}

function nameOf(currency: string): string {
  return new Intl.DisplayNames('en', { type: 'currency' }).of(currency) ?? '';
}
