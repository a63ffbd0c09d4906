import { createFileRoute } from '@tanstack/react-router';
import { NotificationSettings } from '../../../features/settings/notifications/notification-settings.tsx';

export const Route = createFileRoute('/_app/settings/notifications')({ component: NotificationSettings });
