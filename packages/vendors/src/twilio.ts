import twilio from 'twilio';
import { networkError, VendorError } from './vendor-error.ts';

export interface SmsPort {
  /** Hands one text to Twilio. Throws VendorError; when `ambiguous`, the text may be on its way: never send it again by itself. */
  send(message: { to: string; from: string; body: string }): Promise<{ sid: string; status: string }>;
  /** Says in one line which account the credentials open. Throws VendorError when they open none. */
  check(): Promise<string>;
}

interface SmsOptions {
  accountSid: string;
  authToken: string;
  /** Where a stand-in listens; Twilio itself when left out. */
  baseUrl?: string;
  timeoutMs?: number;
}

/** The SDK knows no base URL, and its timeout only watches for silence: this client sets both, the timeout as a deadline. */
class TwilioHttp extends twilio.RequestClient {
  constructor(baseUrl: string | undefined, timeoutMs: number) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.axios.interceptors.request.use((config) => {
      config.signal = AbortSignal.timeout(timeoutMs);
      if (baseUrl && config.url) config.url = rebase(config.url, baseUrl);
      return config;
    });
  }
}

function rebase(url: string, baseUrl: string): string {
  const { pathname, search } = new URL(url);
  return `${baseUrl.replace(/\/+$/, '')}${pathname}${search}`;
}

/** Text messages through Twilio's SDK: a 10 s deadline, nothing is ever sent twice. */
export function createSms({ accountSid, authToken, baseUrl, timeoutMs = 10_000 }: SmsOptions): SmsPort {
  const client = twilio(accountSid, authToken, { httpClient: new TwilioHttp(baseUrl, timeoutMs) });
  return {
    async send({ to, from, body }) {
      const sent = await client.messages.create({ to, from, body }).catch(fail);
      if (!sent.sid) throw unreadable();
      return { sid: sent.sid, status: sent.status };
    },
    async check() {
      const account = await client.api.v2010.accounts(accountSid).fetch().catch(fail);
      return `Twilio: account "${account.friendlyName}" is ${account.status}`;
    },
  };
}

function fail(thrown: unknown): never {
  if (thrown instanceof twilio.RestException) {
    const { status } = thrown;
    const ambiguous = status >= 500;
    throw new VendorError({
      vendor: 'twilio',
      code: String(thrown.code ?? `http_${status}`),
      retryable: status === 429,
      ambiguous,
    });
  }
  if (thrown instanceof SyntaxError || thrown instanceof TypeError) throw unreadable();
  throw networkError('twilio', thrown);
}

function unreadable(): VendorError {
  return new VendorError({ vendor: 'twilio', code: 'unreadable_answer', retryable: false, ambiguous: true });
}
