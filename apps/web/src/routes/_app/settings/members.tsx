import { createFileRoute } from '@tanstack/react-router';
import { MemberSettings } from '../../../features/settings/members/member-settings.tsx';

export const Route = createFileRoute('/_app/settings/members')({ component: MemberSettings });
