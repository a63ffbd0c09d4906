import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { Bone } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import { useMe } from '../session/use-me.ts';
import { ActivityChart, ActivityTable } from './activity-report.tsx';
import { AgeingChart, AgeingTable } from './ageing-report.tsx';
import { ReportContext } from './cell-link.tsx';
import { ForecastChart, ForecastTable } from './forecast-report.tsx';
import { AppointmentsChart, AppointmentsTable, FunnelChart, FunnelTable } from './funnel-report.tsx';
import { Headline } from './headline.tsx';
import { LostChart, LostTable, lostWords } from './lost-report.tsx';
import type { Filter } from './report.types.ts';
import { ReportFilters } from './report-filters.tsx';
import { ReportSection } from './report-section.tsx';
import styles from './reports-page.module.css';
import { type ReportsSearch, toFilter } from './reports-search.ts';
import { ResponseChart, ResponseTable, responseWords } from './response-report.tsx';
import { rangeWords, SalesChart, SalesTable } from './sales-report.tsx';
import { RepStandings, SourceStandings } from './standings-report.tsx';
import { useLightOnPaper } from './use-light-on-paper.ts';

/** The store's figures against its own past; every number opens the deals behind it. */
export function ReportsPage({ search, onSearch }: { search: ReportsSearch; onSearch: (next: ReportsSearch) => void }) {
  const { workspace } = useMe();
  const filter = toFilter(search);
  const summary = useQuery(trpc.report.summary.queryOptions(filter, { placeholderData: keepPreviousData }));
  useLightOnPaper();
  const days = summary.data?.range;
  const within = days
    ? { days, ...(search.rep ? { memberId: search.rep } : {}), ...(search.source ? { source: search.source } : {}) }
    : null;
  return (
    <ReportContext value={within}>
      <div className={styles.page}>
        <Page title="Reports" aside={<ReportFilters search={search} onSearch={onSearch} days={days} />}>
          <p className={styles.range}>
            {summary.data ? `${rangeWords(summary.data)}. ${workspace.name}, in its own time.` : '\u00a0'}
          </p>
          {summary.data ? <Headline summary={summary.data} /> : <Bone height={88} gap={28} />}
          <ReportSection
            title="Sales"
            query={summary}
            height={260}
            csv="summary"
            empty={({ days: sold, paceDays }) =>
              sold.length + paceDays.length === 0 &&
              'Nothing was sold in these days. Move a deal to Sold on the board and its unit stands here.'
            }
            chart={(data) => <SalesChart summary={data} />}
            table={(data) => <SalesTable summary={data} />}
          />
          <Cohort filter={filter} />
          <People filter={filter} />
          <Pipeline filter={filter} />
          <Lost filter={filter} />
        </Page>
      </div>
    </ReportContext>
  );
}

function Cohort({ filter }: { filter: Filter }) {
  const funnel = useQuery(trpc.report.funnel.queryOptions(filter, { placeholderData: keepPreviousData }));
  return (
    <>
      <ReportSection
        title="How far new deals came"
        query={funnel}
        height={300}
        csv="funnel"
        note={() =>
          'Deals opened in these days. Solid: went on. Pale: undecided. Hatched: lost from there. The tick is the share that came as far before.'
        }
        empty={({ stages }) =>
          (stages[0]?.reached ?? 0) === 0 && 'No deal was opened in these days. Add an up and its way begins here.'
        }
        chart={(data) => <FunnelChart funnel={data} />}
        table={(data) => <FunnelTable funnel={data} />}
      />
      <ReportSection
        title="Appointments"
        query={funnel}
        height={130}
        csv="appointments"
        note={({ appointments: { missed, coming } }) =>
          `Customers, not bookings. ${missed} did not come${coming > 0 ? `, ${coming} still to come` : ''}. The tick is how many there were before.`
        }
        empty={({ appointments: { set, coming } }) =>
          set + coming === 0 && 'Nobody was due in these days. Text “appt Maria Fri 3” and the appointment is set.'
        }
        chart={({ appointments, before }) => <AppointmentsChart now={appointments} before={before.appointments} />}
        table={({ appointments, before }) => <AppointmentsTable now={appointments} before={before.appointments} />}
      />
    </>
  );
}

function People({ filter }: { filter: Filter }) {
  const reps = useQuery(trpc.report.byRep.queryOptions(filter, { placeholderData: keepPreviousData }));
  const sources = useQuery(trpc.report.bySource.queryOptions(filter, { placeholderData: keepPreviousData }));
  const times = useQuery(trpc.report.responseTimes.queryOptions(filter, { placeholderData: keepPreviousData }));
  const activity = useQuery(trpc.report.activity.queryOptions(filter, { placeholderData: keepPreviousData }));
  const nothing = 'Nothing happened in these days yet.';
  return (
    <>
      <ReportSection
        title="By rep"
        query={reps}
        height={210}
        csv="byRep"
        note={() => 'Units and gross by credit, half deals as halves. Ups and closing by who owns the deal.'}
        empty={({ items }) => items.length === 0 && nothing}
        chart={({ items }) => <RepStandings items={items} />}
      />
      <ReportSection
        title="By source"
        query={sources}
        height={330}
        csv="bySource"
        empty={({ items }) => items.length === 0 && nothing}
        chart={({ items }) => <SourceStandings items={items} />}
      />
      <ReportSection
        title="First answer to new leads"
        query={times}
        height={240}
        csv="responseTimes"
        note={responseWords}
        empty={({ leads }) =>
          leads === 0 && 'No lead came in these days by itself. Walk-ins and phone ups are answered as they come.'
        }
        chart={(data) => <ResponseChart times={data} />}
        table={(data) => <ResponseTable times={data} />}
      />
      <ReportSection
        title="Activity by hour"
        query={activity}
        height={200}
        csv="activity"
        empty={({ items }) =>
          items.length === 0 && 'Nobody has logged anything in these days. Press L and say what happened.'
        }
        chart={({ items }) => <ActivityChart items={items} />}
        table={({ items }) => <ActivityTable items={items} />}
      />
    </>
  );
}

function Pipeline({ filter }: { filter: Filter }) {
  const forecast = useQuery(trpc.report.forecast.queryOptions(filter, { placeholderData: keepPreviousData }));
  const ageing = useQuery(trpc.report.ageing.queryOptions(filter, { placeholderData: keepPreviousData }));
  const empty = 'No deal is open. Add an up, and what it may bring stands here.';
  return (
    <>
      <ReportSection
        title="Forecast of what is open now"
        query={forecast}
        height={330}
        csv="forecast"
        note={() =>
          'Each deal’s value by its chance. Eight times out of ten it ends up within the range, if deals do not hang on each other. Pale is the rest of the value; beside it, how often a stage has led to a sale in 90 days.'
        }
        empty={({ count }) => count === 0 && empty}
        chart={(data) => <ForecastChart forecast={data} />}
        table={(data) => <ForecastTable forecast={data} />}
      />
      <ReportSection
        title="How long open deals stand"
        query={ageing}
        height={230}
        csv="ageing"
        note={() =>
          'Against this store’s own median of half a year. Pale amber: longer than usual; strong amber: more than twice as long.'
        }
        empty={({ stages }) => stages.every(({ count }) => count === 0) && empty}
        chart={(data) => <AgeingChart ageing={data} />}
        table={(data) => <AgeingTable ageing={data} />}
      />
    </>
  );
}

function Lost({ filter }: { filter: Filter }) {
  const lost = useQuery(trpc.report.lostReasons.queryOptions(filter, { placeholderData: keepPreviousData }));
  return (
    <ReportSection
      title="Why deals were lost"
      query={lost}
      height={260}
      csv="lostReasons"
      note={(data) => `${lostWords(data)} The tick is how many there were before.`}
      empty={({ items }) => items.length === 0 && 'No deal was lost in these days.'}
      chart={(data) => <LostChart lost={data} />}
      table={(data) => <LostTable lost={data} />}
    />
  );
}
