import { lazy } from 'react';

// Most visits to the board select nothing: the bar comes with the first selected card.
export const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));
