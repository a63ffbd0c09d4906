import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { beginSecondFactor, type SecondFactorSetup, verifyAppCode } from '../session/second-factor-requests.ts';
import { AppCodeForm } from './app-code-form.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';

const shownInPlace = { shownInPlace: true };

/** From nothing to a second factor: scan, confirm with a code, keep the recovery codes. */
export function SetUpSecondFactor({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const begin = useMutation({ meta: shownInPlace, mutationFn: beginSecondFactor });
  const confirm = useMutation({ meta: shownInPlace, mutationFn: verifyAppCode });
  if (!begin.data) {
    return (
      <div className={styles.step}>
        <p>
          You need an authenticator app on your phone: 1Password, Google Authenticator, Microsoft Authenticator, Apple
          Passwords, or any other.
        </p>
        {begin.error ? (
          <p className={styles.problem} role="alert">
            {signInMessage(begin.error)}
          </p>
        ) : null}
        <div className={styles.keep}>
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            Set up with an app
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          ) : null}
        </div>
      </div>
    );
  }
  if (confirm.isSuccess) return <RecoveryCodes codes={begin.data.recoveryCodes} onDone={onDone} />;
  return (
    <>
      <Scan setup={begin.data} />
      <AppCodeForm
        submit="Confirm"
        pending={confirm.isPending}
        problem={confirm.error ? signInMessage(confirm.error) : null}
        onSubmit={(code) => confirm.mutate(code)}
        {...(onCancel ? { onCancel } : {})}
      />
    </>
  );
}

function Scan({ setup: { totpUri, secret } }: { setup: SecondFactorSetup }) {
  return (
    <div className={styles.scan}>
      <QrCode text={totpUri} label="QR code for your authenticator app" />
      <div className={styles.step}>
        <p>Scan this with the app, then type the six digits it shows.</p>
        <p className={styles.sub}>
          On this phone, <a href={totpUri}>open it in the app</a>, or type this key:
        </p>
        <p className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </div>
    </div>
  );
}
