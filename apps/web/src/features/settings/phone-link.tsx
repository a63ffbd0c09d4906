import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { phone } from '../../format/phone.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { say } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import { PhoneCode } from './phone-code.tsx';
import styles from './profile.module.css';

/** The phone whose texts are this member's; linked by a text from it, so that nobody can claim another's. */
export function PhoneLink() {
  const { phone: number } = useMe();
  const code = useMutation(trpc.link.phoneCode.mutationOptions());
  const unlink = useMutation(
    trpc.link.unlinkPhone.mutationOptions({
      onSuccess: () => {
        say('Texts from that phone are nobody’s now');
        return queryClient.invalidateQueries({ queryKey: trpc.member.me.queryKey() });
      },
    }),
  );
  const waiting = code.data;
  return (
    <Section
      title="Phone"
      action={
        number ? (
          <TextButton disabled={unlink.isPending} onClick={() => unlink.mutate()}>
            Unlink
          </TextButton>
        ) : null
      }
    >
      {number ? (
        <p>
          <strong className="tabular">{phone(number)}</strong> is linked: text Beback from it and it is logged as yours.
        </p>
      ) : (
        <p className={styles.note}>Link your phone, then log by text: “called maria 8 min, cb fri 3”.</p>
      )}
      {waiting ? (
        <PhoneCode {...waiting} before={number} onRenew={() => code.mutate()} onClose={code.reset} />
      ) : (
        <div className={styles.actions}>
          <Button variant="default" loading={code.isPending} onClick={() => code.mutate()}>
            {number ? 'Link another phone' : 'Link my phone'}
          </Button>
        </div>
      )}
    </Section>
  );
}
