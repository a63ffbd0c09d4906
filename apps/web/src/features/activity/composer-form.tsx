import { AppointmentForm } from '../appointment/appointment-form.tsx';
import { FollowUpForm } from '../task/follow-up-form.tsx';
import { ActivityForm } from './activity-form.tsx';
import type { LogAction } from './log-actions.ts';

interface ComposerFormProps {
  action: LogAction;
  dealId?: string | undefined;
  contactId?: string | undefined;
  onDone: () => void;
}

/** The form for one thing to add to a deal, or to a customer without one. */
export function ComposerForm({ action, dealId, contactId, onDone }: ComposerFormProps) {
  if (action === 'follow-up') return <FollowUpForm dealId={dealId} contactId={contactId} onDone={onDone} />;
  if (action === 'appointment') return dealId ? <AppointmentForm dealId={dealId} onDone={onDone} /> : null;
  const of = dealId ? { dealId } : { contactId: contactId ?? '' };
  return <ActivityForm key={action} kind={action} of={of} onDone={onDone} />;
}
