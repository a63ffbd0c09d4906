import type { PhoneLinking } from '@beback/api';
import { createSlack, type StandIns, signSlack, signTwilio, startStandIns } from '@beback/vendors';
import { type BotClient, createBot, type DoorKey, type Origin, type SlackDelivery } from '../src/index.ts';

export const NOW = new Date('2030-03-04T15:00:00Z');
export const SMS_URL = 'https://beback.example/sms/inbound';
const SIGNING_SECRET = 'signing-secret';
const AUTH_TOKEN = 'auth-token';

type Bot = ReturnType<typeof createBot>;

/** A bot between the stand-ins and a client that records what it is asked. */
export interface Rig {
  bot: Bot;
  standIns: StandIns;
  calls: { procedure: string; input: unknown; actor: string; origin: Origin }[];
  stored: SlackDelivery[];
  /** Sends a signed Slack request and lets every delivery it stored be handled. */
  slack(form: Record<string, string> | object): Promise<{ status: number; body: string }>;
  /** Sends a signed text message and gives the text of the answer. */
  text(params: Record<string, string>): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

export type Answers = { [procedure: string]: (input: never) => unknown };

/** Ana is linked by Slack and by phone, and nobody else is. */
async function identify(key: DoorKey): Promise<string | null> {
  if (key.door === 'sms') return key.phone === '+12145550101' ? 'ana' : null;
  return key.teamId === 'T0NORTHSIDE' && key.userId === 'U0ANA' ? 'ana' : null;
}

/** One code works, another has been guessed at too often. */
async function link({ text }: { text: string }): Promise<PhoneLinking> {
  if (text === 'K7MQ-4TRA') return { kind: 'linked', reply: 'Linked: this phone now logs for Ana.' };
  return text === '0000-0000' ? { kind: 'exhausted' } : null;
}

export async function startRig(answers: Answers): Promise<Rig> {
  const standIns = await startStandIns({ now: () => NOW });
  const calls: Rig['calls'] = [];
  const stored: SlackDelivery[] = [];
  const bot = createBot<string>({
    identify,
    clientFor: (actor, origin) =>
      recordingClient(answers, (procedure, input) => calls.push({ procedure, input, actor, origin })),
    userMessage: (error) => (error instanceof Error ? `Sorry: ${error.message}` : 'Sorry'),
    now: () => NOW,
    slack: {
      signingSecret: SIGNING_SECRET,
      port: createSlack({ botToken: 'xoxb-test', apiUrl: standIns.url.slack, timeoutMs: 500 }),
      async store(delivery) {
        if (!stored.some((each) => each.externalId === delivery.externalId)) stored.push(structuredClone(delivery));
      },
      linkFor: async ({ userId }) => (userId === 'U0LOST' ? null : `https://beback.example/link/slack/${userId}`),
    },
    sms: { authToken: AUTH_TOKEN, addresses: [SMS_URL.replace('/sms/inbound', '')], link },
  });
  async function slack(body: object) {
    const known = stored.length;
    const answer = await bot.slack.receive(...signed(body));
    for (const delivery of stored.slice(known)) await bot.slack.process(delivery);
    return answer;
  }
  async function text(params: Record<string, string>) {
    return bot.sms.receive({ params, signature: signTwilio({ authToken: AUTH_TOKEN, url: SMS_URL, params }) });
  }
  return { bot, standIns, calls, stored, slack, text, close: standIns.close };
}

/** The raw bytes and headers of a request as Slack sends it: events as JSON, everything else as a form. */
export function signed(body: object, at = NOW): [Buffer, Record<string, string>] {
  const isEvent = 'event' in body || 'challenge' in body;
  const form: [string, string][] =
    'command' in body
      ? Object.entries(body).map(([name, value]) => [name, String(value)])
      : [['payload', JSON.stringify(body)]];
  const rawBody = Buffer.from(isEvent ? JSON.stringify(body) : new URLSearchParams(form).toString());
  const timestamp = String(at.getTime() / 1000);
  const signature = signSlack({ signingSecret: SIGNING_SECRET, timestamp, rawBody });
  const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
  return [rawBody, { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }];
}

function recordingClient(answers: Answers, record: (procedure: string, input: unknown) => void): BotClient {
  function call(procedure: string) {
    // The inputs were typed by BotClient on their way in; here they only pass through to the test's own answer.
    return async (input: unknown) => {
      record(procedure, input);
      return answers[procedure]?.(input as never) as never;
    };
  }
  return {
    quicklog: { submit: { mutate: call('quicklog.submit') }, answer: { mutate: call('quicklog.answer') } },
    change: { undo: { mutate: call('change.undo') } },
    deal: { list: { query: call('deal.list') } },
    stage: { list: { query: call('stage.list') } },
  };
}
