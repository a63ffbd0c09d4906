import { createFileRoute } from '@tanstack/react-router';
import { QuickLogPage } from '../../features/quicklog/quick-log-page.tsx';

export const Route = createFileRoute('/_app/log')({ component: QuickLogPage });
