import twilio from 'twilio';

interface SignedForm {
  authToken: string;
  /** The configured public URL, query string included: what Twilio was told to call, not what the server sees. */
  url: string;
  /** Every parameter of the form, unknown ones included. */
  params: Record<string, string | string[]>;
}

/** Says whether Twilio signed this form for this URL. Never throws; no token or no signature is "no". */
export function verifyTwilio({ authToken, url, params, signature }: SignedForm & { signature: string | undefined }) {
  if (!authToken || !signature) return false;
  try {
    return twilio.validateRequest(authToken, signature, url, params);
  } catch {
    return false;
  }
}

/** Signs a form the way Twilio does, with Twilio's own function: for /demo and tests. */
export function signTwilio({ authToken, url, params }: SignedForm): string {
  return twilio.getExpectedTwilioSignature(authToken, url, params);
}
