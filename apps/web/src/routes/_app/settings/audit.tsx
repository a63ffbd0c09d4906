import { createFileRoute } from '@tanstack/react-router';
import { readAuditSearch } from '../../../features/settings/audit/audit-search.ts';
import { AuditSettings } from '../../../features/settings/audit/audit-settings.tsx';

export const Route = createFileRoute('/_app/settings/audit')({
  validateSearch: readAuditSearch,
  component: AuditSettings,
});
