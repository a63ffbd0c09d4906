import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../../api.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { say } from '../../../undo/offer-undo.tsx';
import { useMe } from '../../session/use-me.ts';
import settings from '../settings.module.css';

/** Makes somebody else the owner. It cannot be taken back, so the dealership's name has to be typed. */
export function HandOverDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { workspace } = useMe();
  const [typed, setTyped] = useState('');
  const handOver = useMutation(
    trpc.member.handOverOwnership.mutationOptions({
      onSuccess: () => {
        say(`${member.name} owns ${workspace.name} now`);
        void queryClient.invalidateQueries();
        onClose();
      },
    }),
  );
  const same = typed.trim().toLowerCase() === workspace.name.trim().toLowerCase();
  return (
    <Modal opened onClose={onClose} size={440} title={`Hand ${workspace.name} over to ${member.name}`}>
      <form
        className={settings.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (same) handOver.mutate({ memberId: member.memberId });
        }}
      >
        <p>{member.name} becomes the owner, and you become a manager. Only they can give it back to you.</p>
        <TextInput
          label={`Type ${workspace.name} to confirm`}
          data-autofocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={settings.actions}>
          <Button variant="default" onClick={onClose}>
            Stay the owner
          </Button>
          <Button type="submit" disabled={!same} loading={handOver.isPending}>
            Hand over
          </Button>
        </div>
      </form>
    </Modal>
  );
}
