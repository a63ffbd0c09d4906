/** What every error on the wire looks like after `errorFormatter`; the sentence stands in `message`. */
export interface WireError {
  code: string;
  httpStatus: number;
  reason: string | null;
  fields: Record<string, string> | null;
  /** The record that stands in the way, where there is one. */
  record?: { type: string; id: string; name: string } | null;
  requestId: string;
}

const offline = 'The server cannot be reached. Check the connection; what you typed is still here.';
const unknown = 'Something went wrong. Try again in a moment.';

/**
 * The one sentence to show a person for any error, wherever it was caught.
 * Takes anything that was thrown; gives text that is safe to show; never throws.
 */
export function userMessage(error: unknown): string {
  const data = wireError(error);
  if (data && error instanceof Error) return error.message;
  if (error instanceof Error && (error.name === 'TRPCClientError' || error instanceof TypeError)) return offline;
  return unknown;
}

/** The machine-readable part of an error that came over tRPC, or null when it did not come from our server. */
export function wireError(error: unknown): WireError | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('requestId' in data) || !('code' in data)) return null;
  return data as WireError;
}
