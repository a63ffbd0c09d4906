import { type Env, readEnv } from '@beback/config';
import { migrationCount } from '@beback/db';
import { createClerk } from '@beback/vendors';
import type { Command } from 'commander';
import postgres from 'postgres';
import { assertHeldByPolicies, assertMigrated, readLogin } from '../database/login.ts';
import type { Addresses } from '../database/open-database.ts';
import { localAddresses } from '../http/local-addresses.ts';
import { clerkKeysOf } from '../identity/clerk-keys.ts';
import { originsOf } from '../identity/sign-in.ts';
import { createClosing } from '../process/closing.ts';
import { failureSentence } from '../process/start-failure.ts';
import { clockOf } from '../services.ts';
import { connectVendors } from '../vendors.ts';
import { assertWholeKeys } from '../whole-keys.ts';
import { answer } from './answer.ts';
import { addressesOf } from './session.ts';

interface Finding {
  name: string;
  ok: boolean;
  line: string;
}

/** `doctor`: one line each on the configuration, the database and the vendors; fails when one of them is not well. */
export function doctor(program: Command): void {
  program
    .command('doctor')
    .description('check configuration, database and vendors')
    .action(async (_options: unknown, command: Command) => {
      const closing = createClosing();
      const findings: Finding[] = [];
      const look = async (name: string, check: () => Promise<string>) => {
        const finding = await check().then(
          (line) => ({ name, ok: true, line }),
          (error) => ({ name, ok: false, line: failureSentence(error) }),
        );
        findings.push(finding);
        return finding.ok;
      };
      try {
        await examine(look, closing);
      } finally {
        await closing.run();
      }
      const lines = findings.map(({ name, ok, line }) => `${ok ? 'ok  ' : 'FAIL'} ${name}: ${line}`);
      answer(command, { findings }, lines.join('\n'));
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

type Look = (name: string, check: () => Promise<string>) => Promise<boolean>;

async function examine(look: Look, closing: ReturnType<typeof createClosing>): Promise<void> {
  let env: Env | undefined;
  await look('configuration', async () => {
    env = readEnv();
    assertWholeKeys(env);
    return 'every variable that is set can be used';
  });
  if (!env) return;
  const known = env;
  let addresses: Addresses | undefined;
  await look('database', async () => {
    addresses = await addressesOf(known, closing);
    return `${known.DATABASE_URL ? 'DATABASE_URL' : 'embedded'}, ${await versionOf(addresses.appUrl)}`;
  });
  if (addresses) await examineDatabase(look, addresses);
  await examineVendors(look, known, closing);
  await examineSignIn(look, known);
}

async function examineDatabase(look: Look, { appUrl }: Addresses): Promise<void> {
  await look('migrations', async () => {
    await assertMigrated(appUrl);
    return `current (${migrationCount()})`;
  });
  await look('roles', async () => {
    const login = await readLogin(appUrl, 'DATABASE_URL');
    assertHeldByPolicies(login);
    return `"${login.role}" is held by row-level security`;
  });
}

async function examineVendors(look: Look, env: Env, closing: ReturnType<typeof createClosing>): Promise<void> {
  const vendors = await connectVendors(env, clockOf(env), closing);
  const ports = [
    ['twilio', vendors.sms, env.TWILIO_ACCOUNT_SID],
    ['slack', vendors.slack, env.SLACK_BOT_TOKEN],
    ['resend', vendors.email, env.RESEND_API_KEY],
  ] as const;
  for (const [name, port, key] of ports) {
    await look(name, async () =>
      key ? port.check() : `no key, so the local stand-in answers (${await port.check()})`,
    );
  }
}

async function examineSignIn(look: Look, env: Env): Promise<void> {
  await look('clerk', async () => {
    const keys = clerkKeysOf(env);
    if (!keys) return 'no key, so people sign in with codes by mail';
    const authorizedParties = originsOf(localAddresses(env, env.PORT));
    const clerk = createClerk({ ...keys, authorizedParties, apiUrl: env.CLERK_API_URL });
    return `${await clerk.check()}; tokens of ${clerk.issuer} for ${authorizedParties.join(', ')}`;
  });
}

async function versionOf(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, prepare: false, fetch_types: false });
  try {
    const [row] = await sql`select current_setting('server_version') as version`;
    return `PostgreSQL ${row?.version}`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
