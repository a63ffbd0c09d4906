import { type ErrorResponse, Resend } from 'resend';
import { VendorError } from './vendor-error.ts';

export interface EmailPort {
  /**
   * Sends one mail. The idempotency key (at most 256 characters, remembered for 24 h) makes repeating it safe.
   * Throws VendorError.
   */
  send(mail: {
    to: string;
    subject: string;
    text: string;
    html?: string;
    idempotencyKey: string;
    headers?: Record<string, string>;
  }): Promise<{ id: string }>;
  /** Says in one line whether the key is accepted. Throws VendorError when it is not. */
  check(): Promise<string>;
}

interface EmailOptions {
  apiKey: string;
  from: string;
  /** Where a stand-in listens; Resend itself when left out. */
  baseUrl?: string;
  timeoutMs?: number;
}

/** Mail through Resend's SDK, which has no deadline and never throws: here it has 10 s, and its errors are thrown. */
export function createEmail({ apiKey, from, baseUrl, timeoutMs = 10_000 }: EmailOptions): EmailPort {
  // Named explicitly: left out, the SDK would read RESEND_BASE_URL from the environment by itself.
  const client = new Resend(apiKey, { baseUrl: baseUrl?.replace(/\/+$/, '') ?? 'https://api.resend.com' });
  return {
    async send({ idempotencyKey, ...mail }) {
      const deadline = { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) };
      const { data, error } = await client.emails.send({ ...mail, from }, deadline);
      if (error) throw vendorError(error);
      if (typeof data?.id !== 'string') throw vendorError(undefined);
      return { id: data.id };
    },
    async check() {
      const { error } = await client.domains.list({}, { signal: AbortSignal.timeout(timeoutMs) });
      if (error && error.name !== 'restricted_api_key') throw vendorError(error);
      return error ? 'Resend: a key that may only send' : 'Resend: a key with full access';
    },
  };
}

const WORTH_REPEATING = new Set(['rate_limit_exceeded', 'concurrent_idempotent_requests']);

function vendorError(error: Partial<ErrorResponse> | undefined): VendorError {
  const status = error?.statusCode;
  const ambiguous = typeof status !== 'number' || status >= 500;
  const code = typeof status === 'number' && error?.name ? String(error.name) : 'no_answer';
  // Ambiguous is repeatable here, and only here: Resend recognises the idempotency key.
  return new VendorError({ vendor: 'resend', code, retryable: ambiguous || WORTH_REPEATING.has(code), ambiguous });
}
