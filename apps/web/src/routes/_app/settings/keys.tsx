import { createFileRoute } from '@tanstack/react-router';
import { KeySettings } from '../../../features/settings/keys/key-settings.tsx';

export const Route = createFileRoute('/_app/settings/keys')({ component: KeySettings });
