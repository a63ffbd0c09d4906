/** Whose phone can be played. */
export interface DemoPhoneOwner {
  name: string;
  email: string;
  phone: string;
  workspace: string;
}

/** Whose Slack can be played. */
export interface DemoSlackUser {
  name: string;
  email: string;
  userId: string;
  workspace: string;
}

export interface DemoCast {
  repNumber: string;
  phones: DemoPhoneOwner[];
  slack: DemoSlackUser[];
}

/** One thing that would have been sent. */
export interface OutboxEntry {
  id: string;
  at: string;
  channel: 'sms' | 'slack' | 'email';
  to: string;
  subject?: string;
  body: string;
  blocks?: unknown;
  /** Of an answer in Slack: which command or button it answers. */
  replyTo?: string;
  replaceOriginal?: boolean;
}

/** What is typed or pressed in the Slack pane. */
export type SlackInput =
  | { userId: string; command: string; text: string }
  | { userId: string; actionId: string; value: string; responseUrl: string };

/** Who can be played in the demo. Throws like every request of this file: TypeError without an answer, else an Error with the server's words. */
export function readCast(): Promise<DemoCast> {
  return request('people');
}

/** What would have been sent so far, oldest first. */
export async function readOutbox(): Promise<OutboxEntry[]> {
  return (await request<{ items: OutboxEntry[] }>('outbox')).items;
}

/** Sends a text to the reps' line, signed as the carrier would; gives the reply on the same phone, if there is one. */
export async function sendText(message: { from: string; body: string }): Promise<string | null> {
  return (await request<{ reply: string | null }>('sms', message)).reply;
}

/** Sends a command or a pressed button, signed as Slack would; gives the name under which answers appear in the outbox. */
export async function sendToSlack(input: SlackInput): Promise<string> {
  return (await request<{ replyTo: string }>('slack', input)).replyTo;
}

async function request<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/demo/${path}`, {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  throw refusal(answer);
}

/** The server words its refusals the same way everywhere; `userMessage` reads them from here. */
function refusal(answer: unknown): Error {
  const { error } = (answer ?? {}) as { error?: { message?: string; data?: unknown } };
  return Object.assign(new Error(error?.message ?? 'The demo did not answer'), { data: error?.data });
}
