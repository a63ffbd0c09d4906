import { createFileRoute } from '@tanstack/react-router';
import { SourceSettings } from '../../../features/settings/lists/source-settings.tsx';

export const Route = createFileRoute('/_app/settings/sources')({ component: SourceSettings });
