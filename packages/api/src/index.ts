export {
  type Actor,
  type Context,
  type Delivery,
  type Door,
  type Enqueue,
  type Log,
  type OpenSession,
  type Person,
  type Role,
  type Services,
  type Sessions,
  toActor,
} from './context.ts';
export { AppError } from './errors.ts';
export { readExportFile, startExport } from './export/exports.ts';
export { runExport } from './export/run-export.ts';
export { previewImport } from './import/preview-import.ts';
export { revertImport, startRevert } from './import/revert-import.ts';
export { runImport, startImport } from './import/run-import.ts';
export { jobs } from './jobs.ts';
export { isWholeKey, saysKey } from './key/key.rules.ts';
export { createKeyUse } from './key/key-use.ts';
export { hashKey } from './key/keys.ts';
export { linkPhone, memberByPhone, type PhoneLinking } from './link/phones.ts';
export { offerSlackLink } from './link/slack-users.ts';
export { type Live, startLive } from './live/hub.ts';
export { claimNotice, type Outgoing, releaseNotice } from './notice/send.ts';
export { type AppRouter, appRouter } from './router.ts';
export { recordSession } from './session/record-session.ts';
export { userMessage } from './user-message.ts';
export { makeWorkspace } from './workspace/make-workspace.ts';
export { draftPipeline } from './workspace/pipeline-template.ts';
export { countryOf } from './workspace/region.rules.ts';
