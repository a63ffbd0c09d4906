import { type Bar, Bars } from './bars.tsx';
import { CellLink } from './cell-link.tsx';
import { percent } from './figures.ts';
import type { Appointments, Funnel } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

const part = (of: number, whole: number) => (whole > 0 ? of / whole : null);

/** How far the deals opened in the range have come, stage by stage, with who was lost on the way. */
export function FunnelChart({ funnel: { stages, before } }: { funnel: Funnel }) {
  const [first, firstBefore] = [stages[0]?.reached ?? 0, before.stages[0]?.reached ?? 0];
  const bars: Bar[] = stages.map((stage, place) => {
    const { stageId, name, reached, lost, open, kind } = stage;
    const then = part(before.stages[place]?.reached ?? 0, firstBefore);
    const cell = (step: string) => ({ kind: 'stage' as const, key: `${stageId}.${step}` });
    const on = reached - lost - (kind === 'won' ? 0 : open);
    return {
      key: stageId,
      name,
      ...(then === null ? {} : { before: then * first }),
      parts: [
        {
          key: 'on',
          value: on,
          tone: kind === 'won' ? 'won' : 'plain',
          label: `${on} came to ${name} and further`,
          cell: cell(kind === 'won' ? 'reached' : 'converted'),
        },
        {
          key: 'open',
          value: kind === 'won' ? 0 : open,
          tone: 'soft',
          label: `${open} came to ${name} and are undecided`,
          cell: cell('open'),
        },
        { key: 'lost', value: lost, tone: 'lost', label: `${lost} lost from ${name}`, cell: cell('lost') },
      ],
      value: <CellLink cell={cell('reached')}>{reached}</CellLink>,
      note: <StageNote stage={stage} />,
    };
  });
  return <Bars label="Deals by how far they came" bars={bars} most={first} />;
}

function StageNote({ stage: { stageId, reached, converted, lost, kind } }: { stage: Funnel['stages'][number] }) {
  if (reached === 0) return '';
  if (kind === 'won') return 'done';
  return (
    <>
      <CellLink cell={{ kind: 'stage', key: `${stageId}.converted` }}>
        {percent(part(converted, reached))} went on
      </CellLink>
      {lost > 0 ? (
        <>
          , <CellLink cell={{ kind: 'stage', key: `${stageId}.lost` }}>{lost} lost</CellLink>
        </>
      ) : null}
    </>
  );
}

/** The same in rows. */
export function FunnelTable({ funnel: { stages } }: { funnel: Funnel }) {
  return (
    <ReportTable
      caption="Funnel by stage"
      head={['Stage', 'Reached', 'Went on', 'Lost from', 'Undecided']}
      rows={stages.map(({ stageId, name, reached, converted, lost, open }) => ({
        key: stageId,
        cells: [
          name,
          ...Object.entries({ reached, converted, lost, open }).map(([step, value]) => (
            <CellLink key={step} cell={{ kind: 'stage', key: `${stageId}.${step}` }}>
              {value}
            </CellLink>
          )),
        ],
      }))}
    />
  );
}

const steps = [
  ['set', 'Due'],
  ['shown', 'Shown'],
  ['sold', 'Sold since'],
] as const;

/** Customers who were due, who came, and who bought; a tick where each stood before. */
export function AppointmentsChart({ now, before }: { now: Appointments; before: Appointments }) {
  const bars: Bar[] = steps.map(([key, name], place) => {
    const from = steps[place - 1]?.[0];
    return {
      key,
      name,
      before: before[key],
      parts: [
        {
          key,
          value: now[key],
          tone: key === 'sold' ? 'won' : 'plain',
          label: `${now[key]} ${name.toLowerCase()}`,
          cell: { kind: 'appointments', key },
        },
      ],
      value: <CellLink cell={{ kind: 'appointments', key }}>{now[key]}</CellLink>,
      note: from
        ? `${percent(part(now[key], now[from]))} of those ${from === 'set' ? 'due' : 'shown'}`
        : `${before[key]} before`,
    };
  });
  return <Bars label="Appointments" bars={bars} />;
}

/** The same in rows. */
export function AppointmentsTable({ now, before }: { now: Appointments; before: Appointments }) {
  const rows = [...steps, ['missed', 'Missed'], ['coming', 'Still to come']] as const;
  return (
    <ReportTable
      caption="Appointments"
      head={['Appointments', 'Customers', 'Before']}
      rows={rows.map(([key, name]) => ({
        key,
        cells: [
          name,
          <CellLink key="now" cell={{ kind: 'appointments', key }}>
            {now[key]}
          </CellLink>,
          before[key],
        ],
      }))}
    />
  );
}
