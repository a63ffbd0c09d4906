import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Appointment } from '../../api.ts';
import { serverNow } from '../../clock.ts';
import { dayAfter } from '../../format/day-after.ts';
import { today } from '../../format/when.ts';
import { instantAt } from '../../format/zoned.ts';
import { client } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';

/** Another time for an appointment; a missed one stays missed, and a new one is made. */
export default function RescheduleDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { timeZone } = useMe().workspace;
  const { appointmentId, dealId, kind, status, startsAt } = appointment;
  const name = appointment.contactName ?? 'the customer';
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const move = useMutation({
    mutationFn: async (fields: FormData) => {
      const at = await instantAt(textField(fields, 'date') ?? '', textField(fields, 'time') ?? '', timeZone);
      if (status === 'no_show' && dealId) return client.appointment.create.mutate({ dealId, startsAt: at, kind });
      return client.appointment.update.mutate({ appointmentId, startsAt: at });
    },
    onSuccess: ({ changeId }) => {
      offerUndo(`${name} comes at another time`, changeId);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`When does ${name} come?`}
      submit="Reschedule"
      pending={move.isPending}
      size={400}
      onSubmit={(fields) => move.mutate(fields)}
      onClose={onClose}
    >
      <TextInput
        data-span={3}
        data-autofocus
        name="date"
        type="date"
        label="Day"
        required
        defaultValue={dayAfter(today(serverNow(), timeZone), 1)}
      />
      <TextInput
        data-span={3}
        name="time"
        type="time"
        label="Time"
        required
        defaultValue={clock.format(new Date(startsAt))}
      />
    </FormDialog>
  );
}
