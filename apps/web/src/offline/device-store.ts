import { createStore } from 'idb-keyval';

/** What this device keeps of what was read, so that it can be shown without a connection. */
export const readStore = createStore('beback-read', 'kept');
/** What was logged without a connection and is not sent yet. */
export const waitingStore = createStore('beback-waiting', 'logs');
