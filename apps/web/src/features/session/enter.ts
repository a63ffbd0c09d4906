import { redirect } from '@tanstack/react-router';
import type { Me, Person, SignInConfig } from '../../api.ts';
import { barredBy } from '../../errors/barred.ts';
import { restoreReads } from '../../offline/kept-reads.ts';
import { isUnreachable } from '../../offline/unreachable.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { hasSession } from './auth-requests.ts';
import { startClerk } from './clerk/start-clerk.ts';

/** How long somebody waits for the server before they see what they read last. */
const patience = 5_000;
const configQuery = trpc.auth.config.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });

/** How one signs in here; where that is Clerk's business, Clerk is started. */
export async function readSignIn(): Promise<SignInConfig> {
  const config = await queryClient.ensureQueryData(configQuery);
  if (config.mode === 'clerk' && config.clerkPublishableKey) await startClerk(config.clerkPublishableKey);
  return config;
}

/**
 * The member who is signed in, before a screen of the app is shown; throws the redirect to where they have to go first.
 * Where the server does not answer, it is who was here last, with what they read then.
 */
export async function enterAsMember(href: string): Promise<Me> {
  const known = queryClient.getQueryData(trpc.member.me.queryKey());
  if (known) return known;
  if (!navigator.onLine) {
    const last = await restoreReads();
    if (last) return last;
  }
  const asked = enter(() => queryClient.ensureQueryData(trpc.member.me.queryOptions()), href);
  try {
    return (await answeredWithin(patience, asked)) ?? (await restoreReads()) ?? (await asked);
  } catch (error) {
    const last = isUnreachable(error) ? await restoreReads() : null;
    if (last) return last;
    throw error;
  }
}

/** The person who is signed in, member or not; throws the redirect to the sign-in page. */
export function enterAsPerson(href: string): Promise<Person> {
  return enter(() => queryClient.fetchQuery(trpc.person.me.queryOptions(undefined, { staleTime: 0 })), href);
}

/** The person who is signed in, or null: for pages that strangers see, too. */
export async function readVisitor(): Promise<Person | null> {
  const config = await readSignIn();
  if (config.mode === 'local' && !(await hasSession())) return null;
  try {
    return await client.person.me.query();
  } catch (error) {
    if (barredBy(error) === 'signed_out') return null;
    throw error;
  }
}

/** Where somebody who is kept out by this error has to go first; null when they are not. */
export function wayIn(error: unknown, href: string) {
  const next = href === '/' ? {} : { next: href };
  switch (barredBy(error)) {
    case 'signed_out':
      return { to: '/sign-in', search: next } as const;
    case 'no_workspace':
      return { to: '/welcome', search: {} } as const;
    case 'two_factor_required':
      return { to: '/second-factor', search: next } as const;
    default:
      return null;
  }
}

/** What comes of it, or null when that takes too long. */
function answeredWithin<T>(ms: number, asked: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
  return Promise.race([asked, late]);
}

async function enter<T>(read: () => Promise<T>, href: string): Promise<T> {
  // Both go out as one request; only Clerk's cookie can be too old while its session still lives.
  const signIn = readSignIn();
  signIn.catch(() => {});
  try {
    return await read();
  } catch (error) {
    const again = barredBy(error) === 'signed_out' && (await signIn).mode === 'clerk';
    if (!again) throw redirectFor(error, href);
  }
  try {
    return await read();
  } catch (error) {
    throw redirectFor(error, href);
  }
}

function redirectFor(error: unknown, href: string): unknown {
  const way = wayIn(error, href);
  return way ? redirect(way) : error;
}
