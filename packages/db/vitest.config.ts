import { testConfig } from '@beback/config/vitest';

// Every file has a database of its own and none keeps anything in a module, so a worker may serve several.
export default testConfig('db', { isolate: false });
