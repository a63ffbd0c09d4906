import type { Person } from '@beback/api';
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

/** What proves who a person is: local sign-in codes today, Clerk another day. */
export interface IdentityPort {
  mode: 'local' | 'clerk';
  /** The member behind a request, or null; never throws for a credential that is merely wrong. */
  identify(credentials: Credentials): Promise<Visitor | null>;
  /** The person behind a request, whether or not they belong to a dealership; null without a session. */
  identifyPerson(credentials: Credentials): Promise<Person | null>;
  /** Answers a request below /api/auth. */
  handle(request: Request): Promise<Response>;
  /** A new session of a member, for scripts. Gives its token. */
  issueToken(person: { email: string; name: string }): Promise<string>;
  /** The sign-in code that waits for this address, or null. */
  waitingCode(email: string): Promise<string | null>;
}
