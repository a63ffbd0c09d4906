import { createPublicKey } from 'node:crypto';

/** Everything that Clerk's part needs to be told, as Clerk's dashboard shows it. */
export interface ClerkKeys {
  secretKey: string;
  publishableKey: string;
  /** The public key that session tokens are verified with, in PEM. */
  jwtKey: string;
  /** Signs webhooks: "whsec_" and base64. */
  webhookSecret: string;
}

/** The domain of Clerk's Frontend API, which stands in a publishable key; null when the key is none. */
export function frontendDomain(publishableKey: string): string | null {
  const encoded = /^pk_(?:test|live)_([A-Za-z0-9+/=_-]+)$/.exec(publishableKey)?.[1] ?? '';
  const domain = Buffer.from(encoded, 'base64').toString('latin1');
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+\$$/i.test(domain) ? domain.slice(0, -1).toLowerCase() : null;
}

/** Which of the keys cannot be one, and what it has to look like; null when all can. */
export function malformedClerkKey(keys: ClerkKeys): { key: keyof ClerkKeys; must: string } | null {
  if (!/^sk_(test|live)_\S+$/.test(keys.secretKey))
    return { key: 'secretKey', must: 'must begin with sk_test_ or sk_live_' };
  if (!frontendDomain(keys.publishableKey))
    return {
      key: 'publishableKey',
      must: 'must be the publishable key of the same Clerk instance (pk_test_… or pk_live_…)',
    };
  if (keys.publishableKey.slice(3, 7) !== keys.secretKey.slice(3, 7))
    return { key: 'publishableKey', must: 'must be of the same kind as CLERK_SECRET_KEY, test or live' };
  if (!isRsaKey(keys.jwtKey)) return { key: 'jwtKey', must: 'must be the JWT public key of the Clerk instance in PEM' };
  if (!isWebhookSecret(keys.webhookSecret))
    return { key: 'webhookSecret', must: 'must begin with whsec_ and hold base64' };
  return null;
}

/** A PEM in one line of an environment file has its line breaks written out. */
export function wholeLines(pem: string): string {
  return pem.replaceAll('\\n', '\n').trim();
}

function isRsaKey(pem: string): boolean {
  try {
    return pem.includes('BEGIN PUBLIC KEY') && createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

function isWebhookSecret(secret: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  return encoded !== undefined && Buffer.from(encoded, 'base64').length >= 16;
}
