import type { Env } from '@beback/config';

/** Where this server is reached. */
export interface LocalAddresses {
  /** What people are shown, and what vendors are told to call. */
  shown: string;
  /** Everything a request signed for us may name as our address. */
  all: string[];
  /** Where this process reaches itself. */
  self: string;
}

/** The server's addresses: the public one when it is set, otherwise every spelling of this machine's own. */
export function localAddresses(env: Env, port: number): LocalAddresses {
  const loopback = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(env.HOST);
  const reachable = loopback ? (env.HOST === '::1' ? '[::1]' : '127.0.0.1') : hostPart(env.HOST);
  const self = `http://${reachable}:${port}`;
  if (env.PUBLIC_URL) {
    const given = env.PUBLIC_URL.replace(/\/+$/, '');
    return { shown: given, all: [given], self };
  }
  const shown = loopback ? `http://localhost:${port}` : self;
  const all = loopback ? [shown, `http://127.0.0.1:${port}`, `http://[::1]:${port}`] : [shown];
  return { shown, all, self };
}

const hostPart = (host: string) => (host.includes(':') ? `[${host}]` : host);
