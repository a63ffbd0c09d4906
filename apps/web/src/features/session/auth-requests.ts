/** A refused sign-in: the answer's status and, where it gave one, its code. */
export class SignInRefused extends Error {
  override name = 'SignInRefused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`The sign-in route answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** Posts to the local sign-in routes; throws `SignInRefused` when the answer is no, TypeError when there is no answer. */
export async function postAuth(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  const code = typeof answer === 'object' && answer && 'code' in answer ? String(answer.code) : '';
  throw new SignInRefused(response.status, code);
}

/** Asks for a sign-in code by e-mail. */
export function sendCode(email: string): Promise<void> {
  return postAuth('email-otp/send-verification-otp', { email, type: 'sign-in' });
}

/** Signs in with the code that was sent. */
export function signInWithCode(email: string, otp: string): Promise<void> {
  return postAuth('sign-in/email-otp', { email, otp });
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
