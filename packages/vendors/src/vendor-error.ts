export type Vendor = 'twilio' | 'slack' | 'resend' | 'clerk';

interface VendorFault {
  vendor: Vendor;
  /** The vendor's own code where it is a plain word or number, otherwise what went wrong on the way there. */
  code: string;
  /** Calling again is safe and may help. */
  retryable: boolean;
  /** It may have happened: the request left, and no clear answer came back. */
  ambiguous: boolean;
}

/** A call to a vendor that did not succeed. Carries no message text, no phone number, no address and no key. */
export class VendorError extends Error {
  readonly vendor: Vendor;
  readonly code: string;
  readonly retryable: boolean;
  readonly ambiguous: boolean;

  constructor({ vendor, code, retryable, ambiguous }: VendorFault) {
    const plainCode = /^[\w-]{1,64}$/.test(code) ? code : 'unreadable_answer';
    super(sentence(vendor, plainCode, ambiguous));
    this.name = 'VendorError';
    this.vendor = vendor;
    this.code = plainCode;
    this.retryable = retryable;
    this.ambiguous = ambiguous;
  }
}

function sentence(vendor: Vendor, code: string, ambiguous: boolean): string {
  if (code === 'unreachable') return `${vendor} could not be reached`;
  return ambiguous ? `${vendor} gave no clear answer (${code})` : `${vendor} refused (${code})`;
}

const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TIMED_OUT = new Set(['TimeoutError', 'AbortError', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']);

/**
 * Turns what an HTTP client threw into a VendorError.
 * A request that never left may be sent again; of any other nobody knows, so only an idempotent call may be repeated.
 */
export function networkError(vendor: Vendor, thrown: unknown, idempotent = false): VendorError {
  const codes = errorCodes(thrown);
  if (codes.some((code) => NEVER_LEFT.has(code))) {
    return new VendorError({ vendor, code: 'unreachable', retryable: true, ambiguous: false });
  }
  const code = codes.some((each) => TIMED_OUT.has(each)) ? 'timeout' : 'connection_lost';
  return new VendorError({ vendor, code, retryable: idempotent, ambiguous: true });
}

function errorCodes(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.name, thrown.code] : [thrown.name];
  const inner = thrown instanceof AggregateError ? thrown.errors : [];
  return [thrown.cause, ...inner].reduce<string[]>((all, next) => all.concat(errorCodes(next, depth + 1)), own);
}
