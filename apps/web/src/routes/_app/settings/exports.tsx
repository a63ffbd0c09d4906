import { createFileRoute } from '@tanstack/react-router';
import { ExportSettings } from '../../../features/settings/export-settings.tsx';

export const Route = createFileRoute('/_app/settings/exports')({ component: ExportSettings });
