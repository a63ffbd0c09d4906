import type { ServerResponse } from 'node:http';

/** The open event streams of this process: they never end by themselves, so whoever stops the server ends them. */
export interface Streams {
  add(response: ServerResponse): void;
  size(): number;
  end(): void;
}

export function createStreams(): Streams {
  const open = new Set<ServerResponse>();
  return {
    add: (response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    size: () => open.size,
    end: () => {
      for (const response of open) response.destroy();
    },
  };
}
