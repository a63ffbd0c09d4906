import type { FastifyInstance } from 'fastify';

interface StandInUser {
  id: string;
  email: string;
  verified?: boolean;
  firstName?: string;
  updatedAt?: Date;
}

interface StandInSession {
  id: string;
  userId: string;
  browser?: string;
  address?: string;
}

/** What this Clerk knows. */
export interface ClerkState {
  putUser(user: StandInUser): void;
  removeUser(id: string): void;
  putSession(session: StandInSession): void;
  /** How often a user was asked for. */
  asked(userId: string): number;
  /** Whether a session is live. */
  isLive(sessionId: string): boolean;
}

interface Kept {
  users: Map<string, ReturnType<typeof clerkUserJson>>;
  sessions: Map<string, StandInSession & { status: 'active' | 'revoked' }>;
  asked: Map<string, number>;
}

/** An empty Clerk: what tests set up, and its Backend API as far as we call it. */
export function createClerkStandIn(secretKey?: string) {
  const data: Kept = { users: new Map(), sessions: new Map(), asked: new Map() };
  const state: ClerkState = {
    putUser: (user) => void data.users.set(user.id, clerkUserJson(user)),
    removeUser: (id) => void data.users.delete(id),
    putSession: (session) => void data.sessions.set(session.id, { ...session, status: 'active' }),
    asked: (userId) => data.asked.get(userId) ?? 0,
    isLive: (sessionId) => data.sessions.get(sessionId)?.status === 'active',
  };
  return { state, install: (app: FastifyInstance) => install(app, data, secretKey) };
}

function install(app: FastifyInstance, data: Kept, secretKey: string | undefined): void {
  app.addHook('preHandler', async (request, reply) => {
    const key = /^Bearer (sk_(?:test|live)_\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!key || (secretKey !== undefined && key !== secretKey))
      return reply.code(401).send(clerkError('clerk_key_invalid', 'The provided Clerk Secret Key is invalid.'));
  });
  // The SDK says JSON even where it sends nothing.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  // As Clerk writes it: with a charset behind it, the SDK takes the answer for text.
  app.addHook('onSend', async (_request, reply) => void reply.header('content-type', 'application/json'));
  app.get('/v1/users/count', async () => ({ object: 'total_count', total_count: data.users.size }));
  app.get<{ Params: { id: string } }>('/v1/users/:id', async ({ params: { id } }, reply) => {
    data.asked.set(id, (data.asked.get(id) ?? 0) + 1);
    return data.users.get(id) ?? reply.code(404).send(clerkError('resource_not_found', 'not found'));
  });
  app.get<{ Querystring: Partial<Record<'user_id' | 'client_id' | 'status' | 'paginated', string>> }>(
    '/v1/sessions',
    async (request, reply) => {
      const { user_id: userId, client_id: clientId, status } = request.query;
      if (!userId && !clientId) return reply.code(422).send(clerkError('missing_parameters', 'user_id or client_id'));
      const wanted = [...data.sessions.values()].filter(
        (one) => one.userId === userId && (!status || one.status === status),
      );
      const found = wanted.map(sessionJson);
      return request.query.paginated === 'true' ? { data: found, total_count: found.length } : found;
    },
  );
  app.post<{ Params: { id: string } }>('/v1/sessions/:id/revoke', async ({ params: { id } }, reply) => {
    const session = data.sessions.get(id);
    if (!session) return reply.code(404).send(clerkError('resource_not_found', 'not found'));
    session.status = 'revoked';
    return sessionJson(session);
  });
}

/** The body Clerk sends with a refusal. */
export function clerkError(code: string, message = 'Refused') {
  return { errors: [{ code, message, long_message: message }], clerk_trace_id: 'stand-in' };
}

/** A user as Clerk's API and its webhooks write one. */
export function clerkUserJson({ id, email, verified = true, firstName = '', updatedAt = new Date() }: StandInUser) {
  const at = updatedAt.getTime();
  return {
    object: 'user',
    id,
    primary_email_address_id: `idn_${id}`,
    email_addresses: [
      {
        object: 'email_address',
        id: `idn_${id}`,
        email_address: email,
        verification: verified ? { status: 'verified', strategy: 'email_code' } : null,
        linked_to: [],
      },
    ],
    first_name: firstName,
    last_name: null,
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    public_metadata: {},
    private_metadata: {},
    unsafe_metadata: {},
    created_at: at,
    updated_at: at,
  };
}

function sessionJson({
  id,
  userId,
  status,
  browser = 'Chrome',
  address = '192.0.2.1',
}: StandInSession & { status: string }) {
  const at = Date.UTC(2026, 2, 2, 15);
  return {
    object: 'session',
    id,
    user_id: userId,
    client_id: 'client_1',
    status,
    last_active_at: at,
    latest_activity: {
      object: 'session_activity',
      id: 'sess_activity_1',
      device_type: 'Windows',
      is_mobile: false,
      browser_name: browser,
      ip_address: address,
    },
    expire_at: at + 86_400_000,
    abandon_at: at + 86_400_000,
    updated_at: at,
    created_at: at,
  };
}
