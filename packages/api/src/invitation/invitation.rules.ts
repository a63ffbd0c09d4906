import { createHash, randomBytes } from 'node:crypto';

/** How long an invitation can be accepted. */
export const invitationDays = 7;

/** A new token, 256 random bits, for the mail; and its hash, which is all that is kept of it. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** "n•••@people.example": enough to know one's own address by, and too little to learn somebody else's. */
export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${[...name][0] ?? ''}•••@${domain}`;
}

interface Dates {
  acceptedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
}

/** Where an invitation stands. */
export function statusOf({ acceptedAt, revokedAt, expiresAt }: Dates, now: Date) {
  if (acceptedAt) return 'accepted' as const;
  if (revokedAt) return 'revoked' as const;
  return Date.parse(expiresAt) <= now.getTime() ? ('expired' as const) : ('open' as const);
}
