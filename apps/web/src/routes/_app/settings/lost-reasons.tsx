import { createFileRoute } from '@tanstack/react-router';
import { LostReasonSettings } from '../../../features/settings/lists/lost-reason-settings.tsx';

export const Route = createFileRoute('/_app/settings/lost-reasons')({ component: LostReasonSettings });
