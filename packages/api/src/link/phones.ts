import { randomBytes } from 'node:crypto';
import { inbound, members } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { readActor, scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import { type Actor, type Delivery, type Services, toActor } from '../context.ts';
import { once } from '../inbound/once.ts';
import { ending, readCode, writeCode } from './link-code.rules.ts';
import { hashOf, moveLink, setLink } from './links.ts';

const codeMinutes = 10;
const silentDays = 90;
const dayMs = 86_400_000;
const tries = { wanted: 1, most: 5, seconds: 3_600 };

/** Makes the one code with which a member can link a phone, for a few minutes; a former one stops working. */
export async function putPhoneCode(services: Services, { workspaceId, memberId }: Actor) {
  let code = writeCode(randomBytes(5));
  while (code === null) code = writeCode(randomBytes(5));
  const expiresAt = new Date(services.clock.now().getTime() + codeMinutes * 60_000);
  await services.db.identity.putLinkCode(hashOf(code), { kind: 'phone', workspaceId, memberId }, expiresAt);
  return { code, expiresAt: expiresAt.toISOString() };
}

/** A text from a number, as its door hands it over. */
interface PhoneText {
  phone: string;
  text: string;
  delivery: Delivery;
}

/** What a text with a code led to: `exhausted` when its number has tried too often; null when it is a text like any other. */
export type PhoneLinking = { kind: 'linked'; reply: string } | { kind: 'exhausted' } | null;

/**
 * Links the number a text came from to the member whose code the text consists of; nobody else has it from then on.
 * The same text again is answered alike. Throws what the database throws.
 */
export async function linkPhone(services: Services, { phone, text, delivery }: PhoneText): Promise<PhoneLinking> {
  const code = readCode(text);
  if (!code) return null;
  const told = await repliedBefore(services, phone, delivery);
  if (told) return { kind: 'linked', reply: told };
  const { identity } = services.db;
  const now = services.clock.now();
  const { granted } = await identity.takeShare(`link/${hashOf(phone)}`, tries, now);
  if (granted === 0) return { kind: 'exhausted' };
  const whose = await identity.takeLinkCode(hashOf(code), 'phone', now);
  const actor = whose && (await readActor(services, whose.workspaceId, whose.memberId));
  const reply = actor && (await givePhone(services, actor, phone, delivery));
  return reply ? { kind: 'linked', reply } : null;
}

/** What a linking leaves behind under its delivery. */
interface Linked {
  linked: string | null;
}

async function repliedBefore({ db }: Services, phone: string, delivery: Delivery): Promise<string | null> {
  const holder = await db.identity.byPhone(phone);
  if (!holder) return null;
  const { workspaceId } = holder;
  const { provider, externalId } = delivery;
  const [row] = await db.tenant(scopeOf(toActor(holder), true), (tx) =>
    tx
      .select({ result: inbound.result })
      .from(inbound)
      .where(
        and(eq(inbound.workspaceId, workspaceId), eq(inbound.provider, provider), eq(inbound.externalId, externalId)),
      ),
  );
  const result = row?.result as Partial<Linked> | null | undefined;
  return result?.linked ?? null;
}

async function givePhone(services: Services, actor: Actor, phone: string, delivery: Delivery): Promise<string | null> {
  const { db, clock } = services;
  const move = {
    holder: () => db.identity.byPhone(phone),
    next: actor,
    cleared: { phone: null, phoneSeenAt: null },
    what: `phone ${ending(phone)}`,
    door: 'sms' as const,
  };
  const by = { services, actor, door: 'sms' as const, procedure: 'link.phone', address: undefined };
  const now = clock.now();
  const give = () =>
    db.tenant(scopeOf(actor), (tx) =>
      once<Linked>(tx, delivery, now, async () => {
        const row = await setLink(tx, actor.memberId, { phone, phoneSeenAt: now.toISOString() });
        if (!row) return { linked: null };
        const summary = `linked a phone ${ending(phone)}`;
        await record(tx, by, { subject: { type: 'member', id: row.id }, summary, images: [] });
        return {
          linked: `Linked: this phone now logs for ${row.name} at ${actor.workspaceName}. Text ? for what works here.`,
        };
      }),
    );
  const { linked } = await moveLink(services, move, give);
  return linked;
}

/**
 * The member who texts from a number; null when there is none, or when the number was silent for so long that it may be
 * somebody else's by now. That it was heard of is noted once a day.
 */
export async function memberByPhone(services: Services, phone: string): Promise<Actor | null> {
  const { db, clock } = services;
  const found = await db.identity.byPhone(phone);
  if (!found) return null;
  const actor = toActor(found);
  const own = and(eq(members.workspaceId, actor.workspaceId), eq(members.id, actor.memberId), eq(members.phone, phone));
  const { phoneSeenAt, createdAt } = members;
  const [row] = await db.tenant(scopeOf(actor, true), (tx) =>
    tx.select({ phoneSeenAt, createdAt }).from(members).where(own),
  );
  if (!row) return null;
  const now = clock.now();
  const silentMs = now.getTime() - Date.parse(row.phoneSeenAt ?? row.createdAt);
  if (silentMs > silentDays * dayMs) return null;
  if (row.phoneSeenAt === null || silentMs > dayMs)
    await db.tenant(scopeOf(actor), (tx) => tx.update(members).set({ phoneSeenAt: now.toISOString() }).where(own));
  return actor;
}
