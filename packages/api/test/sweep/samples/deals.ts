import { later, type Sample, unique } from './sample.ts';

/** Samples of deals, and what hangs on them. */
export const deals: Record<string, Sample> = {
  'activity.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal() }) },
  'activity.log': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      kind: 'call',
      outcome: 'reached',
      minutes: 8,
      note: 'wants blue',
    }),
  },
  'appointment.create': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), startsAt: later, kind: 'visit', note: 'with spouse' }),
  },
  'appointment.list': {
    expect: 'listsAbout',
    input: async (of) => ({ dealId: await of.deal(), from: '2026-03-01T00:00:00Z', to: later }),
  },
  'appointment.update': {
    expect: 'changesRecord',
    input: async (of) => ({ appointmentId: await of.appointment(), status: 'confirmed', startsAt: later, version: 1 }),
  },
  'deal.board': {
    expect: 'anybodyReads',
    input: () => ({
      query: 'acme',
      source: 'Phone',
      minStageDays: 2,
      overdue: true,
      quiet: true,
      newToday: true,
      unowned: true,
      closedDays: 30,
    }),
  },
  'deal.bulk': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      dealIds: [await of.deal(), await of.deal()],
      set: { stageId: store.stages.Lost, lostReason: 'timing', lostNote: 'n', source: 'Phone' },
    }),
  },
  'deal.claim': { expect: 'claims', input: async (of) => ({ dealId: await of.deal() }) },
  'deal.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      contactId: await of.contact(),
      title: 'T',
      valueCents: 100,
      vehicle: { year: 2024, make: 'Kia', vin: '1HGCM82633A004352' },
    }),
  },
  'deal.get': { expect: 'readsRecord', input: async (of) => ({ dealId: await of.deal() }) },
  'deal.list': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), kind: 'open', limit: 10 }) },
  'deal.lostReasons': { expect: 'anybodyReads' },
  'deal.move': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      dealId: await of.deal(),
      stageId: store.stages.Lost,
      version: 1,
      lostReason: 'timing',
      lostNote: 'n',
      frontGrossCents: 120_000,
      backGrossCents: null,
    }),
  },
  'deal.share': {
    expect: 'managesRecord',
    apart: true,
    input: async (of, store) => ({ dealId: await of.deal(), memberId: store.members.rep, creditPercent: 50 }),
  },
  'deal.unshare': { expect: 'managesRecord', input: (of) => of.share() },
  'deal.sources': { expect: 'anybodyReads' },
  'deal.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      title: 'T',
      valueCents: 100,
      source: 'Phone',
      probability: 50,
      version: 1,
    }),
  },
  'quicklog.answer': { expect: 'answers', input: async (of) => ({ questionId: await of.question(), choice: 1 }) },
  'quicklog.preview': {
    expect: 'anybodyReads',
    input: async (of) => ({ text: `called ${await of.customer()} 8 min` }),
  },
  'quicklog.submit': {
    expect: 'saysAbout',
    input: async (of) => ({ text: `called ${await of.customer()} 8 min, call back fri 3pm` }),
  },
  'report.activity': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.ageing': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.byRep': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.bySource': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.csv': {
    expect: 'anybodyReads',
    input: () => ({ table: 'byRep', filter: { period: 'last_90_days' } }),
  },
  'report.forecast': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.funnel': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.lostReasons': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.responseTimes': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.summary': { expect: 'anybodyReads', input: () => ({ period: 'month' }) },
  'stage.archive': {
    expect: 'managesRecord',
    input: async (of, store) => ({ stageId: await of.stage(), moveDealsTo: store.stages.Contacted }),
  },
  'stage.create': {
    expect: 'managersWrite',
    input: () => ({ name: 'Credit check', kind: 'open', probability: 70, position: 3 }),
  },
  'stage.list': { expect: 'anybodyReads' },
  'stage.reorder': {
    expect: 'managersWrite',
    input: async (_, store) => ({
      stageIds: (await store.manager.stage.list.query()).items.map((stage) => stage.stageId),
    }),
  },
  'stage.update': {
    expect: 'managesRecord',
    input: async (of) => ({ stageId: await of.stage(), name: 'Check', probability: 20, version: 1 }),
  },
  'task.complete': { expect: 'changesRecord', input: async (of) => ({ taskId: await of.task(), done: true }) },
  'task.create': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), title: 'Call back', dueAt: later, allDay: true }),
  },
  'task.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal(), done: false, limit: 10 }) },
  'task.update': {
    expect: 'changesRecord',
    input: async (of) => ({ taskId: await of.task(), title: 'Call', dueAt: later, version: 1 }),
  },
  'today.get': { expect: 'anybodyReads', input: () => ({ floor: true }) },
  'trade.archive': { expect: 'changesRecord', input: async (of) => ({ tradeId: await of.trade() }) },
  'trade.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      year: 2019,
      make: 'Ford',
      odometer: 61_000,
      payoffCents: 100,
      status: 'requested',
    }),
  },
  'trade.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      tradeId: await of.trade(),
      status: 'appraised',
      acvCents: 100,
      allowanceCents: 90,
      version: 1,
    }),
  },
  'vehicle.archive': { expect: 'changesRecord', input: async (of) => ({ vehicleId: await of.vehicle() }) },
  'vehicle.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      year: 2024,
      make: 'Kia',
      condition: 'new',
      interest: 'lease',
      priceCents: 100,
    }),
  },
  'vehicle.update': {
    expect: 'changesRecord',
    input: async (of) => ({ vehicleId: await of.vehicle(), color: 'blue', note: 'n', version: 1 }),
  },
  'view.archive': { expect: 'changesOwnView', input: async (of) => ({ viewId: await of.view() }) },
  'view.create': {
    expect: 'membersWrite',
    input: () => ({ page: 'board', name: `Mine ${unique()}`, search: { source: 'Phone', age: 7 }, shared: true }),
  },
  'view.list': { expect: 'anybodyReads', input: () => ({ page: 'board' }) },
  'view.update': {
    expect: 'changesOwnView',
    input: async (of) => ({ viewId: await of.view(), name: 'Mine', search: { mine: true }, shared: false, version: 1 }),
  },
  'visit.list': { expect: 'anybodyReads', input: () => ({ date: '2026-03-02', limit: 10 }) },
  'visit.start': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), note: 'with spouse', vehicle: 'blue Tahoe' }),
  },
  'visit.update': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      visitId: await of.visit(),
      version: 1,
      demo: true,
      turnoverTo: store.members.manager,
      result: 'be_back',
      left: true,
    }),
  },
};
