import { postAuth } from './auth-requests.ts';

/** What an authenticator app is set up with, and the codes for the day the phone is gone. Shown once. */
export interface SecondFactorSetup {
  totpUri: string;
  secret: string;
  recoveryCodes: string[];
}

/** Completes a sign-in, or a set-up, with the six digits of an authenticator app. */
export async function verifyAppCode(code: string): Promise<void> {
  await postAuth('two-factor/verify-totp', { code });
}

/** Completes a sign-in with a recovery code, which is used up by that. */
export async function verifyRecoveryCode(code: string): Promise<void> {
  await postAuth('two-factor/verify-backup-code', { code });
}

/** Begins the set-up; nothing is asked for at sign-in until a code of the app was verified. */
export async function beginSecondFactor(): Promise<SecondFactorSetup> {
  const { totpURI, backupCodes } = await postAuth('two-factor/enable', {});
  const totpUri = String(totpURI);
  return { totpUri, secret: new URL(totpUri).searchParams.get('secret') ?? '', recoveryCodes: codesIn(backupCodes) };
}

/** New recovery codes in place of the old ones; takes a code of the app. */
export async function renewRecoveryCodes(code: string): Promise<string[]> {
  const { backupCodes } = await postAuth('two-factor/generate-backup-codes', { code });
  return codesIn(backupCodes);
}

/** Asks for no second factor any more; takes a code of the app. */
export async function endSecondFactor(code: string): Promise<void> {
  await postAuth('two-factor/disable', { code });
}

function codesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
