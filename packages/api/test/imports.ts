import { type Database, DatabaseUnavailable } from '@beback/db';
import { jobs } from '../src/index.ts';
import type { Api, Store } from './harness.ts';

/** Uploads a text, or bytes, as a file and gives the preview. */
export function preview(api: Api, content: string | Uint8Array, fileName = 'customers.csv') {
  return api.import.preview.mutate({ fileName, contentBase64: Buffer.from(content).toString('base64') });
}

/** Works off what was put into the queue. */
export async function work(store: Store): Promise<void> {
  for (const { task, payload } of store.jobs.splice(0)) await jobs[task]?.(payload, store.services);
}

/** Imports a text from beginning to end; gives the import as it then is. */
export async function importFile(store: Store, api: Api, content: string, duplicates: 'skip' | 'update' = 'skip') {
  const { importId } = await preview(api, content);
  await api.import.run.mutate({ importId, duplicates });
  await work(store);
  return api.import.get.query({ importId });
}

/** Takes an import back, to the end. */
export async function revertImport(store: Store, api: Api, importId: string) {
  await api.import.revert.mutate({ importId });
  await work(store);
  return api.import.get.query({ importId });
}

/** The database of a process that dies at its nth transaction: that one and all later ones never happen. */
export function dyingDatabase(db: Database, lives: number): Database {
  let left = lives;
  return {
    ...db,
    tenant: (scope, fn) => {
      left -= 1;
      return left < 0 ? Promise.reject(new DatabaseUnavailable('the process died')) : db.tenant(scope, fn);
    },
  };
}
