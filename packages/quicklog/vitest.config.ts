import { testConfig } from '@beback/config/vitest';

export default testConfig('quicklog');
