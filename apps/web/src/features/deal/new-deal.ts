import { lazy } from 'react';

/** The dialog for a fresh up, fetched when somebody asks for it. */
export const NewDealDialog = lazy(async () => ({ default: (await import('./new-deal-dialog.tsx')).NewDealDialog }));
