/** A refused sign-in: the answer's status and, where it gave one, its code; how long to wait, where it said so. */
export class SignInRefused extends Error {
  override name = 'SignInRefused';
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | null;

  constructor(status: number, code: string, retryAfter: number | null) {
    super(`The sign-in route answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Posts to the local sign-in routes. Gives what they answered; throws `SignInRefused` when the answer is no, TypeError when
 * there is no answer.
 */
export async function postAuth(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  const fields = typeof answer === 'object' && answer ? (answer as Record<string, unknown>) : {};
  if (response.ok) return fields;
  const wait = Number(response.headers.get('retry-after'));
  throw new SignInRefused(response.status, typeof fields.code === 'string' ? fields.code : '', wait > 0 ? wait : null);
}

/** Asks for a sign-in code by e-mail. */
export async function sendCode(email: string): Promise<void> {
  await postAuth('email-otp/send-verification-otp', { email, type: 'sign-in' });
}

/** Signs in with the code that was sent. Gives whether that was all, or a second factor is due. */
export async function signInWithCode(email: string, otp: string): Promise<'done' | 'second factor'> {
  const { twoFactorRedirect } = await postAuth('sign-in/email-otp', { email, otp });
  return twoFactorRedirect ? 'second factor' : 'done';
}

/** The code that would have been mailed, which only a demo dealership shows; null when there is none. */
export async function readDemoCode(email: string): Promise<string | null> {
  const response = await fetch(`/demo/code?email=${encodeURIComponent(email)}`);
  if (!response.ok) return null;
  const { code } = (await response.json()) as { code?: string };
  return code ?? null;
}

/** Whether this browser is signed in at all; asking is no failed request, as reading something would be. */
export async function hasSession(): Promise<boolean> {
  const response = await fetch('/api/auth/get-session');
  return response.ok && Boolean(await response.json());
}
