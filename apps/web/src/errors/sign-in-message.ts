import { userMessage } from '@beback/api/user-message';
import { SignInRefused } from '../features/session/auth-requests.ts';

/** The sentence for a failed sign-in: the sign-in routes answer outside tRPC, with codes of their own. */
export function signInMessage(error: unknown): string {
  if (!(error instanceof SignInRefused)) return userMessage(error);
  if (error.status === 429) return 'Too many tries. Wait a minute, then ask for a new code.';
  if (error.code === 'OTP_EXPIRED') return 'That code is too old. Ask for a new one.';
  if (error.code === 'INVALID_OTP') return 'That code does not fit. Check the six digits.';
  return 'Sign-in did not work. Check the e-mail address, or ask for a new code.';
}
