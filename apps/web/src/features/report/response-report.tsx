import { type Bar, Bars } from './bars.tsx';
import { CellLink } from './cell-link.tsx';
import { percent, wait } from './figures.ts';
import type { ResponseTimes } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

const names: Record<ResponseTimes['waits'][number]['key'], string> = {
  within_5: 'Within 5 min',
  within_15: '5 – 15 min',
  within_60: '15 – 60 min',
  within_day: '1 – 24 hours',
  later: 'Later',
  none: 'Not yet',
};

/** The median and the shares in one sentence; it says what the clock counts. */
export function responseWords({ medianSeconds, within5, within15, within60, before }: ResponseTimes): string {
  const then = before.medianSeconds === null ? '' : `, ${wait(before.medianSeconds)} before`;
  return `Half of the leads had a person’s answer after ${wait(medianSeconds)}${then}. ${percent(within5)} within 5 minutes, ${percent(within15)} within 15, ${percent(within60)} within the hour. Wall-clock time, nights and closed days included; automatic replies never count, nor do walk-ins and phone ups.`;
}

/** How long leads waited; a tick where the same share stood before. */
export function ResponseChart({ times: { leads, waits, before } }: { times: ResponseTimes }) {
  const bars: Bar[] = waits.map(({ key, count }, place) => ({
    key,
    name: names[key],
    ...(before.leads > 0 ? { before: ((before.waits[place]?.count ?? 0) / before.leads) * leads } : {}),
    parts: [
      {
        key,
        value: count,
        tone: key === 'none' ? 'lost' : 'plain',
        label: `${count} leads: ${names[key]}`,
        cell: { kind: 'response', key },
      },
    ],
    value: <CellLink cell={{ kind: 'response', key }}>{count}</CellLink>,
    note: percent(leads > 0 ? count / leads : null),
  }));
  return <Bars label="Leads by how long they waited" bars={bars} />;
}

/** The same in rows. */
export function ResponseTable({ times: { waits, before } }: { times: ResponseTimes }) {
  return (
    <ReportTable
      caption="Response times"
      head={['First answer', 'Leads', 'Before']}
      rows={waits.map(({ key, count }, place) => ({
        key,
        cells: [
          names[key],
          <CellLink key="now" cell={{ kind: 'response', key }}>
            {count}
          </CellLink>,
          before.waits[place]?.count,
        ],
      }))}
    />
  );
}
