import { type Bar, Bars } from './bars.tsx';
import { CellLink } from './cell-link.tsx';
import { count } from './figures.ts';
import type { Ageing } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

const days = (value: number | null) => (value === null ? '–' : `${count(value)} d`);

/** Open deals by stage: within this store's usual time, beyond it, more than twice as long. */
export function AgeingChart({ ageing: { stages } }: { ageing: Ageing }) {
  const bars: Bar[] = stages.map(({ stageId, name, count: all, within, beyond, long, normDays }) => {
    const cell = (age: string) => ({ kind: 'open' as const, key: `${stageId}.${age}` });
    const late = beyond + long;
    return {
      key: stageId,
      name,
      parts: [
        { key: 'within', value: within, label: `${name}: ${within} within the usual time`, cell: cell('within') },
        {
          key: 'beyond',
          value: beyond,
          tone: 'risk',
          label: `${name}: ${beyond} longer than usual`,
          cell: cell('beyond'),
        },
        {
          key: 'long',
          value: long,
          tone: 'strong-risk',
          label: `${name}: ${long} more than twice as long as usual`,
          cell: cell('long'),
        },
      ],
      value: <CellLink cell={{ kind: 'open', key: stageId }}>{all}</CellLink>,
      note: `${late > 0 ? `${late} late, ` : ''}usually ${days(normDays)}`,
    };
  });
  return <Bars label="Open deals by how long they stand" bars={bars} />;
}

/** The same in rows. */
export function AgeingTable({ ageing: { stages } }: { ageing: Ageing }) {
  return (
    <ReportTable
      caption="Age by stage"
      head={['Stage', 'Open deals', 'Usual', 'Median', 'Oldest', 'Within', 'Beyond', 'Over twice']}
      rows={stages.map(({ stageId, name, count: all, normDays, medianDays, oldestDays, within, beyond, long }) => ({
        key: stageId,
        cells: [
          name,
          all,
          days(normDays),
          days(medianDays),
          days(oldestDays),
          ...Object.entries({ within, beyond, long }).map(([age, value]) => (
            <CellLink key={age} cell={{ kind: 'open', key: `${stageId}.${age}` }}>
              {value}
            </CellLink>
          )),
        ],
      }))}
    />
  );
}
