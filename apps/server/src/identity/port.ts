import type { Person, Sessions } from '@beback/api';
import type { ActorRow } from '@beback/db';

/** Who a request says it is, and through which door that came. */
export interface Visitor {
  row: ActorRow;
  door: 'web' | 'api';
  /** Lets this session look at another of its person's workspaces; absent where there is no session. */
  switchWorkspace?: (workspaceId: string) => Promise<void>;
}

/** The credentials of a request, as the HTTP server sees them. */
export interface Credentials {
  authorization: string | undefined;
  cookie(name: string): string | undefined;
  /** The network address they came from. */
  address?: string;
}

/** What proves who a person is. Both kinds are held to the same tests, test/identity/port.test.ts. */
export interface IdentityPort {
  /**
   * The member behind a request, or null; never throws for a credential that is merely wrong. Throws DatabaseUnavailable,
   * and IdentityUnavailable when a person has to be asked for and nobody answers.
   */
  identify(credentials: Credentials): Promise<Visitor | null>;
  /** The person behind a request, whether or not they belong to a dealership; null without a session. Throws as `identify`. */
  identifyPerson(credentials: Credentials): Promise<Person | null>;
  /** Where a person is signed in. */
  sessions: Sessions;
}

/** Local sign-in: codes by mail, and a second factor for who wants or needs one. */
export interface LocalIdentity extends IdentityPort {
  mode: 'local';
  /** Answers a request below /api/auth; `x-forwarded-for` is the caller's network address, and nothing the caller chose. */
  handle(request: Request): Promise<Response>;
  /** A new session of a member, for scripts. Gives its token. */
  issueToken(person: { email: string; name: string }): Promise<string>;
  /** The sign-in code that waits for this address, or null. */
  waitingCode(email: string): Promise<string | null>;
}

/** Clerk: it signs people in, and tells us who they are. */
export interface ClerkIdentity extends IdentityPort {
  mode: 'clerk';
  publishableKey: string;
  /** The origin of Clerk's part of the browser's traffic. */
  frontendOrigin: string;
  /** Takes one signed delivery, once. Gives false when the signature is not genuine. */
  receive(body: Buffer, headers: Headers): Promise<boolean>;
}

export type Identity = LocalIdentity | ClerkIdentity;

/** Who somebody is could not be found out at the moment. */
export class IdentityUnavailable extends Error {
  override name = 'IdentityUnavailable';
  readonly statusCode = 503;
}
