import type { AppRouter } from '@beback/api';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;
type Item<List extends { items: unknown[] }> = List['items'][number];

export type Me = Outputs['member']['me'];
export type Member = Item<Outputs['member']['list']>;
export type Stage = Item<Outputs['stage']['list']>;
export type Board = Outputs['deal']['board'];
export type BoardStage = Board['stages'][number];
export type DealCard = BoardStage['deals'][number];
export type Deal = Outputs['deal']['get'];
export type Vehicle = Deal['vehicles'][number];
export type Trade = Deal['trades'][number];
export type Contact = Outputs['contact']['get'];
export type ContactRow = Item<Outputs['contact']['list']>;
export type ContactHit = Item<Outputs['contact']['search']>;
export type Company = Outputs['company']['get'];
export type Activity = Item<Outputs['activity']['list']>;
export type Task = Item<Outputs['task']['list']>;
export type Appointment = Item<Outputs['appointment']['list']>;
export type Change = Item<Outputs['change']['list']>;
export type QuickLogAnswer = Outputs['quicklog']['submit'];
export type ImportPreview = Outputs['import']['preview'];
export type ImportRun = Outputs['import']['get'];
export type ExportRun = Item<Outputs['export']['list']>;
