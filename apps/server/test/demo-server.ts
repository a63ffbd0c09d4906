import { cloneDatabase, dropDatabase } from '@beback/db/test';
import { afterAll } from 'vitest';
import { dataFolder, type RunningServer, startServer } from './server-process.ts';

export const slackSecret = 'slack-signing-secret';
export const twilioToken = 'twilio-auth-token';

export interface DemoServer extends RunningServer {
  variables: Record<string, string>;
}

/** The demo dealership on a database of its own, stopped after the file's last test. Call it at the top. */
export async function demoServer(more: Record<string, string> = {}): Promise<DemoServer> {
  const { appUrl, ownerUrl } = await cloneDatabase();
  const variables = {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATA_DIR: dataFolder(),
    SLACK_SIGNING_SECRET: slackSecret,
    TWILIO_AUTH_TOKEN: twilioToken,
    ...more,
  };
  const server = await startServer(variables);
  afterAll(async () => {
    await server.stop();
    await dropDatabase(ownerUrl);
  });
  return { ...server, variables };
}

/** Signs a demo person in as the page does; gives what a browser then sends. */
export async function signIn(
  { url }: RunningServer,
  email: string,
  headers: Record<string, string> = {},
): Promise<{ cookie: string; token: string }> {
  await post(url, '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const { code } = await (await fetch(`${url}/demo/code?email=${email}`)).json();
  const response = await post(url, '/api/auth/sign-in/email-otp', { email, otp: code }, headers);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { token } = await response.json();
  return { cookie, token };
}

/** Posts JSON. */
export function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** A procedure's answer, or its error's `data` and `message`. */
export async function call(
  url: string,
  procedure: string,
  input: unknown,
  token: string,
  kind: 'query' | 'mutation' = 'query',
) {
  const headers = { authorization: `Bearer ${token}` };
  const query = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response =
    kind === 'query'
      ? await fetch(`${url}${query}`, { headers })
      : await post(url, `/trpc/${procedure}`, input, headers);
  const { result, error } = await response.json();
  return result ? result.data : { failed: error.data, message: error.message };
}

/** Asks again until the answer holds; fails after five seconds. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`it never came to be: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
