import { userMessage } from '@beback/api/user-message';
import { SignInRefused } from '../features/session/auth-requests.ts';

const sentences: Record<string, string> = {
  OTP_EXPIRED: 'That code is too old. Ask for a new one.',
  INVALID_OTP: 'That code does not fit. Check the six digits.',
  TOO_MANY_ATTEMPTS: 'That code was tried too often. Ask for a new one.',
  INVALID_CODE: 'That code does not fit. The app shows a new one every 30 seconds.',
  INVALID_BACKUP_CODE: 'That is none of your unused recovery codes.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many tries. Start again with your e-mail address.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Wait a few minutes, then try again.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long. Start again with your e-mail address.',
  INVALID_EMAIL: 'That is not an e-mail address.',
};

/** The sentence for a failed sign-in: the sign-in routes answer outside tRPC, with codes of their own. */
export function signInMessage(error: unknown): string {
  if (!(error instanceof SignInRefused)) return userMessage(error);
  if (error.status === 429) return tooOften(error.retryAfter);
  if (error.status >= 500) return 'Sign-in does not answer at the moment. Try again shortly.';
  return sentences[error.code] ?? 'Sign-in did not work. Check the e-mail address, or ask for a new code.';
}

function tooOften(seconds: number | null): string {
  const wait = !seconds || seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many tries. Wait ${wait}, then try again.`;
}
