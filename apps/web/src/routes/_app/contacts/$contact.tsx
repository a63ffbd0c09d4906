import { createFileRoute } from '@tanstack/react-router';
import { ContactPage } from '../../../features/contact/contact-page.tsx';

export const Route = createFileRoute('/_app/contacts/$contact')({ component: Screen });

function Screen() {
  const { contact } = Route.useParams();
  return <ContactPage key={contact} contactId={contact} />;
}
