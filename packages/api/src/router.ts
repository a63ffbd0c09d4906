import { activity } from './activity/activity.ts';
import { appointment } from './appointment/appointment.ts';
import { audit } from './audit/audit.ts';
import { auth } from './auth/auth.ts';
import { change } from './change/change.ts';
import { company } from './company/company.ts';
import { contact } from './contact/contact.ts';
import { deal } from './deal/deal.ts';
import { exporting } from './export/export.ts';
import { importing } from './import/import.ts';
import { invitation } from './invitation/invitation.ts';
import { key } from './key/key.ts';
import { link } from './link/link.ts';
import { live } from './live/live.ts';
import { member } from './member/member.ts';
import { person } from './person/person.ts';
import { quicklog } from './quicklog/quicklog.ts';
import { report } from './report/report.ts';
import { session } from './session/session.ts';
import { stage } from './stage/stage.ts';
import { task } from './task/task.ts';
import { today } from './today/today.ts';
import { trade } from './trade/trade.ts';
import { router } from './trpc.ts';
import { vehicle } from './vehicle/vehicle.ts';
import { view } from './view/view.ts';
import { visit } from './visit/visit.ts';
import { workspace } from './workspace/workspace.ts';

/** The product: every door speaks to this router. */
export const appRouter = router({
  activity,
  appointment,
  audit,
  auth,
  change,
  company,
  contact,
  deal,
  export: exporting,
  import: importing,
  invitation,
  key,
  link,
  live,
  member,
  person,
  quicklog,
  report,
  session,
  stage,
  task,
  today,
  trade,
  vehicle,
  view,
  visit,
  workspace,
});

export type AppRouter = typeof appRouter;
