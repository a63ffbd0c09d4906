import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '../../../features/company/company-page.tsx';

export const Route = createFileRoute('/_app/companies/$company')({ component: Screen });

function Screen() {
  const { company } = Route.useParams();
  return <CompanyPage key={company} companyId={company} />;
}
