export {
  type Actor,
  type Context,
  type Delivery,
  type Door,
  type Enqueue,
  type Log,
  type Role,
  type Services,
  toActor,
} from './context.ts';
export { AppError } from './errors.ts';
export { type Live, startLive } from './live/hub.ts';
export { type AppRouter, appRouter } from './router.ts';
export { userMessage } from './user-message.ts';
