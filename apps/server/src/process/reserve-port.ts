import { createServer } from 'node:net';
import { StartFailure, systemCode } from './start-failure.ts';

/**
 * Finds out whether the address can be listened on, before anything is started for it. Gives the port, a free one for 0.
 * Throws StartFailure when it is taken or not ours to take.
 */
export function reservePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(cannotListen(host, port, error)));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** The sentence for an address that cannot be listened on. */
export function cannotListen(host: string, port: number, error: unknown): StartFailure {
  const code = systemCode(error);
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${port} on ${host} is already in use; stop what runs there, or choose another with PORT.`,
    );
  }
  if (code === 'EACCES') {
    return new StartFailure(`Port ${port} on ${host} needs more rights than this user has; choose another with PORT.`);
  }
  return new StartFailure(`Beback cannot listen on ${host}, port ${port} (${code}); check HOST and PORT.`);
}
