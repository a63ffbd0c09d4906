import { NativeSelect } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ImportPreview } from '../../api.ts';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from './import.module.css';

type Mapping = ImportPreview['mapping'];

interface ImportMappingProps {
  preview: ImportPreview;
  busy: boolean;
  onMapping: (mapping: Mapping) => void;
}

/** Which column means what: guessed, and changed column by column. */
export function ImportMapping({ preview, busy, onMapping }: ImportMappingProps) {
  const { columns, fields, mapping } = preview;
  const groups = [...new Set(fields.map(({ group }) => group))].map((group) => ({
    group,
    items: fields.filter((field) => field.group === group).map(({ field, label }) => ({ value: field, label })),
  }));
  const fieldOf = (index: number) => Object.entries(mapping).find(([, column]) => column === index)?.[0] ?? '';
  const assign = (index: number, field: string) => {
    const next: Record<string, number | null | undefined> = { ...mapping };
    const before = fieldOf(index);
    if (before) next[before] = null;
    if (field) next[field] = index;
    onMapping(next as Mapping);
  };
  return (
    <Section title="Columns">
      {preview.mappedAs ? (
        <p className={styles.recalled} role="status">
          <IconHistory size={16} stroke={1.7} aria-hidden />
          <span>
            Mapped as last time: the columns are read as in <strong>{preview.mappedAs.fileName}</strong>,{' '}
            <When at={preview.mappedAs.at} />.
          </span>
        </p>
      ) : null}
      <ul className={styles.mapping}>
        {columns.map(({ index, header, samples }) => (
          <li key={index} className={styles.column} data-unused={fieldOf(index) === '' || undefined}>
            <span className={styles.header}>
              <strong className="clip" title={header}>
                {header || `Column ${index + 1}`}
              </strong>
              <span className={`${styles.sub} clip`}>{samples.filter(Boolean).join(' · ')}</span>
            </span>
            <NativeSelect
              aria-label={`What ${header || `column ${index + 1}`} means`}
              value={fieldOf(index)}
              disabled={busy}
              onChange={(event) => assign(index, event.currentTarget.value)}
              data={[{ value: '', label: 'Do not import' }, ...groups]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
