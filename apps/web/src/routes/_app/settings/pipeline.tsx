import { createFileRoute } from '@tanstack/react-router';
import { PipelineSettings } from '../../../features/settings/pipeline-settings.tsx';

export const Route = createFileRoute('/_app/settings/pipeline')({ component: PipelineSettings });
