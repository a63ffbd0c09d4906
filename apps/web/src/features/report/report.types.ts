import type { AppRouter } from '@beback/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['report'];
type Inputs = inferRouterInputs<AppRouter>;

export type Summary = Outputs['summary'];
export type Funnel = Outputs['funnel'];
export type RepStanding = Outputs['byRep']['items'][number];
export type SourceStanding = Outputs['bySource']['items'][number];
export type ResponseTimes = Outputs['responseTimes'];
export type ActivityHours = Outputs['activity'];
export type Forecast = Outputs['forecast'];
export type Ageing = Outputs['ageing'];
export type LostReasons = Outputs['lostReasons'];
export type Days = Summary['range'];
export type Appointments = Funnel['appointments'];

export type Filter = Exclude<Inputs['report']['summary'], void>;
export type TableName = Inputs['report']['csv']['table'];
/** One number, by the deals behind it. */
export type Cell = NonNullable<Exclude<Inputs['deal']['list'], void>['report']>;
