import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../undo/offer-undo.tsx';
import { AppCodeForm } from '../second-factor/app-code-form.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { SetUpSecondFactor } from '../second-factor/set-up.tsx';
import { endSecondFactor, renewRecoveryCodes } from '../session/second-factor-requests.ts';
import { useMe } from '../session/use-me.ts';
import styles from './profile.module.css';

type Doing = 'nothing' | 'setting up' | 'renewing' | 'ending';

/** The second factor: off, being set up, or on with its recovery codes. */
export function SecondFactorSettings() {
  const [doing, setDoing] = useState<Doing>('nothing');
  const person = useQuery(trpc.person.me.queryOptions());
  const done = () => {
    setDoing('nothing');
    void queryClient.invalidateQueries({ queryKey: trpc.person.me.queryKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.member.me.queryKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.session.list.queryKey() });
  };
  return (
    <Section title="Second factor">
      {person.isPending ? <BoneLines lines={2} height={32} /> : null}
      {person.isError ? <ErrorPanel error={person.error} onRetry={() => void person.refetch()} /> : null}
      {doing === 'setting up' ? <SetUpSecondFactor onDone={done} onCancel={done} /> : null}
      {doing === 'renewing' ? <RenewCodes onDone={done} /> : null}
      {doing === 'ending' ? <EndSecondFactor onDone={done} /> : null}
      {doing === 'nothing' && person.data ? <State on={person.data.twoFactor} onDo={setDoing} /> : null}
    </Section>
  );
}

function State({ on, onDo }: { on: boolean; onDo: (doing: Doing) => void }) {
  const { requireTwoFactor, name } = useMe().workspace;
  if (!on) {
    return (
      <>
        <p className={styles.note}>
          Off. With it, a code from your phone is asked for after the one in the mail: whoever gets hold of your mailbox
          still gets no customer’s data.
        </p>
        <div className={styles.actions}>
          <Button onClick={() => onDo('setting up')}>Set up a second factor</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p>
        <span className={styles.on}>On.</span> Signing in asks for a code of your authenticator app.
        {requireTwoFactor ? ` ${name} asks for it, so it stays on.` : ''}
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => onDo('renewing')}>
          New recovery codes
        </Button>
        {requireTwoFactor ? null : (
          <Button variant="subtle" color="gray" className={styles.grave} onClick={() => onDo('ending')}>
            Switch it off
          </Button>
        )}
      </div>
    </>
  );
}

function RenewCodes({ onDone }: { onDone: () => void }) {
  const renew = useMutation({ meta: { shownInPlace: true }, mutationFn: renewRecoveryCodes });
  if (renew.data) return <RecoveryCodes codes={renew.data} onDone={onDone} />;
  return (
    <>
      <p>Your old recovery codes stop working. Type the six digits your app shows now.</p>
      <AppCodeForm
        submit="Make new codes"
        pending={renew.isPending}
        problem={renew.error ? signInMessage(renew.error) : null}
        onSubmit={(code) => renew.mutate(code)}
        onCancel={onDone}
      />
    </>
  );
}

function EndSecondFactor({ onDone }: { onDone: () => void }) {
  const end = useMutation({
    meta: { shownInPlace: true },
    mutationFn: endSecondFactor,
    onSuccess: () => {
      say('The second factor is off');
      onDone();
    },
  });
  return (
    <>
      <p>From then on the code in the mail is enough to sign in as you.</p>
      <AppCodeForm
        submit="Switch it off"
        pending={end.isPending}
        problem={end.error ? signInMessage(end.error) : null}
        onSubmit={(code) => end.mutate(code)}
        onCancel={onDone}
      />
    </>
  );
}
