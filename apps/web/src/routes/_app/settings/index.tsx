import { createFileRoute } from '@tanstack/react-router';
import { ProfileSettings } from '../../../features/settings/profile-settings.tsx';

export const Route = createFileRoute('/_app/settings/')({ component: ProfileSettings });
