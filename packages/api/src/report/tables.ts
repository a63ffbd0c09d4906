import type { Tx } from '@beback/db';
import { type CsvCell, toCsv } from '../export/to-csv.rules.ts';
import { readFunnel } from './funnel.ts';
import { readLostReasons } from './lost.ts';
import { readAgeing, readForecast } from './pipeline.ts';
import type { Ranges } from './report-range.rules.ts';
import type { ReportScope } from './scope.ts';
import { readByRep, readBySource, type Standing } from './standings.ts';
import { readSummary } from './summary.ts';
import { readActivity, readResponseTimes } from './work.ts';

interface Table {
  headers: string[];
  rows: CsvCell[][];
}
type Make = (tx: Tx, scope: ReportScope, ranges: Ranges) => Promise<Table>;

const dollars = (cents: number) => (cents / 100).toFixed(2);
const percent = (part: number | null) => (part === null ? null : Math.round(part * 1_000) / 10);
const minutes = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 6) / 10);
const days = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

const standingHeaders = [
  'Ups',
  'Of those sold',
  'Closing %',
  'Units',
  'Front gross',
  'Back gross',
  'Appointments',
  'Shown',
  'Show %',
  'Median response (min)',
];
const standingCells = (row: Standing): CsvCell[] => [
  row.opened,
  row.sold,
  percent(row.closingRatio),
  row.units,
  dollars(row.frontGrossCents),
  dollars(row.backGrossCents),
  row.appointments,
  row.shown,
  percent(row.showRate),
  minutes(row.medianResponseSeconds),
];

const makers = {
  summary: async (tx, scope, ranges) => {
    const { days: sold } = await readSummary(tx, scope, ranges);
    return {
      headers: ['Day', 'Units', 'New', 'Used', 'Front gross', 'Back gross'],
      rows: sold.map((day) => [
        day.date,
        day.units,
        day.unitsNew,
        day.unitsUsed,
        dollars(day.frontGrossCents),
        dollars(day.backGrossCents),
      ]),
    };
  },
  funnel: async (tx, scope, ranges) => {
    const { stages } = await readFunnel(tx, scope, ranges);
    return {
      headers: ['Stage', 'Reached', 'Went on', 'Lost from', 'Still there'],
      rows: stages.map(({ name, reached, converted, lost, open }) => [name, reached, converted, lost, open]),
    };
  },
  appointments: async (tx, scope, ranges) => {
    const { appointments: now, before } = await readFunnel(tx, scope, ranges);
    const then = before.appointments;
    const row = (name: string, key: keyof typeof now) => [name, now[key], then[key]];
    return {
      headers: ['Appointments', 'Now', 'Before'],
      rows: [row('Set', 'set'), row('Shown', 'shown'), row('Sold', 'sold'), row('Missed', 'missed')],
    };
  },
  byRep: async (tx, scope, ranges) => {
    const { items } = await readByRep(tx, scope, ranges);
    return {
      headers: ['Rep', ...standingHeaders, 'Activities'],
      rows: items.map((row) => [row.name ?? 'Nobody', ...standingCells(row), row.activities]),
    };
  },
  bySource: async (tx, scope, ranges) => {
    const { items } = await readBySource(tx, scope, ranges);
    return {
      headers: ['Source', ...standingHeaders],
      rows: items.map((row) => [row.source ?? 'Not said', ...standingCells(row)]),
    };
  },
  responseTimes: async (tx, scope, ranges) => {
    const { waits, before } = await readResponseTimes(tx, scope, ranges);
    const names = ['5 minutes', '15 minutes', '60 minutes', 'a day', 'Later', 'Not yet'];
    return {
      headers: ['First answer within', 'Leads', 'Before'],
      rows: waits.map(({ count }, place) => [names[place], count, before.waits[place]?.count]),
    };
  },
  activity: async (tx, scope, ranges) => {
    const { items } = await readActivity(tx, scope, ranges);
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    return {
      headers: ['Rep', 'All', ...hours.map((hour) => `${String(hour).padStart(2, '0')}:00`)],
      rows: items.map(({ name, count, hours: at }) => [
        name,
        count,
        ...hours.map((hour) => at.find((cell) => cell.hour === hour)?.count ?? 0),
      ]),
    };
  },
  lostReasons: async (tx, scope, ranges) => {
    const { items, bad } = await readLostReasons(tx, scope, ranges);
    return {
      headers: ['Reason', 'Deals', 'Before', 'Value', 'Counts as lost'],
      rows: [...items, ...bad].map((row) => [
        row.name,
        row.count,
        row.before,
        dollars(row.valueCents),
        row.bad ? 'no' : 'yes',
      ]),
    };
  },
  forecast: async (tx, scope) => {
    const { stages } = await readForecast(tx, scope);
    return {
      headers: ['Stage', 'Open deals', 'Value', 'Expected', 'Expected units', 'Usually sold %'],
      rows: stages.map((row) => [
        row.name,
        row.count,
        dollars(row.totalCents),
        dollars(row.expectedCents),
        Math.round(row.units * 100) / 100,
        percent(row.usual),
      ]),
    };
  },
  ageing: async (tx, scope) => {
    const { stages } = await readAgeing(tx, scope);
    return {
      headers: [
        'Stage',
        'Open deals',
        'Usual days',
        'Median days',
        'Oldest days',
        'Within',
        'Beyond',
        'More than twice',
      ],
      rows: stages.map((row) => [
        row.name,
        row.count,
        row.normDays,
        days(row.medianDays),
        days(row.oldestDays),
        row.within,
        row.beyond,
        row.long,
      ]),
    };
  },
} satisfies Record<string, Make>;

export type TableName = keyof typeof makers;
/** The tables that can be taken out. */
export const tables = Object.keys(makers) as [TableName, ...TableName[]];

/** A report's table as CSV, with the name its file should have. */
export async function reportTable(tx: Tx, scope: ReportScope, ranges: Ranges, table: TableName) {
  const make: Make = makers[table];
  const { headers, rows } = await make(tx, scope, ranges);
  const { from, to } = scope.days;
  return { fileName: `beback-${kebab(table)}-${from}-to-${to}.csv`, csv: toCsv(headers, rows) };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
