import { createFileRoute } from '@tanstack/react-router';
import { MorePage } from '../../shell/more-page.tsx';

export const Route = createFileRoute('/_app/more')({ component: MorePage });
