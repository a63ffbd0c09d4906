export { type Clock, createClock } from './clock.ts';
export { ConfigError, type Env, readEnv } from './env.ts';
