import { verifyWebhook } from '@clerk/backend/webhooks';

/** A person as Clerk describes them. */
export interface ClerkUser {
  id: string;
  /** Their primary address when Clerk has verified it, in lower case. */
  email: string | null;
  name: string;
  /** Clerk's own time of the last change. */
  updatedAt: Date;
}

/** What Clerk tells us of, as far as it concerns us. `id` is the same however often it is delivered. */
export type ClerkEvent = { id: string; address: string | null } & (
  | { type: 'user'; user: ClerkUser }
  | { type: 'user.deleted'; userId: string }
  | { type: 'session.started' | 'session.ended'; sessionId: string; userId: string }
  | { type: 'other' }
);

const ended = new Set(['session.ended', 'session.removed', 'session.revoked']);

/** Reads a delivery; null when its signature, over the bytes as they came, is not genuine. */
export async function readClerkEvent(body: Buffer, headers: Headers, secret: string): Promise<ClerkEvent | null> {
  const request = new Request('https://beback.invalid', {
    method: 'POST',
    headers: svixOnly(headers),
    body: new Uint8Array(body),
  });
  const event = await verifyWebhook(request, { signingSecret: secret }).catch(() => null);
  if (!event) return null;
  const { type, data } = event as { type?: unknown; data?: unknown };
  const envelope = { id: headers.get('svix-id')?.trim() ?? '', address: addressOf(event) };
  const about = isRecord(data) ? data : {};
  if (type === 'user.created' || type === 'user.updated') {
    const user = toClerkUser(about);
    if (user) return { ...envelope, type: 'user', user };
  }
  const { id, user_id: userId } = about;
  if (type === 'user.deleted' && isId(id)) return { ...envelope, type: 'user.deleted', userId: id };
  if (isId(id) && isId(userId) && typeof type === 'string') {
    if (type === 'session.created') return { ...envelope, type: 'session.started', sessionId: id, userId };
    if (ended.has(type)) return { ...envelope, type: 'session.ended', sessionId: id, userId };
  }
  return { ...envelope, type: 'other' };
}

/** A user as Clerk's API and its webhooks write one; null for something else. Reads what is needed and no more. */
export function toClerkUser(raw: unknown): ClerkUser | null {
  if (!isRecord(raw) || !isId(raw.id)) return null;
  const { id, updated_at: updated, first_name: first, last_name: last } = raw;
  const name = [first, last].filter((part) => typeof part === 'string' && part !== '').join(' ');
  const at = typeof updated === 'number' && Number.isSafeInteger(updated) ? updated : 0;
  return { id, email: verifiedAddress(raw), name: name.slice(0, 200), updatedAt: new Date(Math.min(at, 8.64e15)) };
}

function verifiedAddress({
  email_addresses: all,
  primary_email_address_id: primary,
}: Record<string, unknown>): string | null {
  const found = Array.isArray(all) ? all.filter(isRecord).find(({ id }) => isId(id) && id === primary) : undefined;
  const verified = isRecord(found?.verification) && found.verification.status === 'verified';
  const address = found?.email_address;
  return verified && typeof address === 'string' && address.includes('@') ? address.trim().toLowerCase() : null;
}

/** The check knows two spellings of the headers; only Clerk's own may speak. */
function svixOnly(headers: Headers): Headers {
  const names = ['svix-id', 'svix-timestamp', 'svix-signature'];
  return new Headers(names.map((name) => [name, headers.get(name) ?? '']));
}

function addressOf(event: unknown): string | null {
  const attributes = isRecord(event) && isRecord(event.event_attributes) ? event.event_attributes : {};
  const address = isRecord(attributes.http_request) ? attributes.http_request.client_ip : null;
  return typeof address === 'string' && address !== '' ? address.slice(0, 64) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && /^\w{1,200}$/.test(value);
