// What ours is measured against: node:http, postgres.js and nothing else. It trusts its caller, checks no input and knows
// no errors; but it sends the same statements under the same policies, as tightly packed, and answers the same JSON.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import postgres from 'postgres';
import { managerId, workspaceId } from '../dealerships.ts';
import { type Recipes, recipeOf } from '../recipe.ts';
import { handlers } from './handlers.ts';
import { asText, follow, socket } from './transaction.ts';

const recipes: Recipes = JSON.parse(readFileSync(process.env.RECIPES ?? '', 'utf8'));
// As many connections as ours has. One socket each: the driver then sends a transaction's statements without waiting.
const free = Array.from({ length: 10 }, () => asText(postgres(process.env.DATABASE_URL ?? '', socket)));
const waiting: ((sql: postgres.Sql) => void)[] = [];

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://bare');
  const input = JSON.parse(request.method === 'POST' ? await bodyOf(request) : (url.searchParams.get('input') ?? '{}'));
  const body = JSON.stringify({ result: { data: await answer(url.pathname.slice('/trpc/'.length), input) } });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});

async function answer(name: string, input: Record<string, string>): Promise<unknown> {
  const handle = handlers[name as keyof typeof handlers];
  const sql = free.pop() ?? (await new Promise<postgres.Sql>((resolve) => waiting.push(resolve)));
  const tx = follow(sql, recipes[recipeOf(name, input)] ?? [], {
    workspaceId,
    memberId: managerId,
    channel: 'bare_changes',
    ...input,
  });
  try {
    return await handle(tx);
  } finally {
    // A read's commit travels behind its answer.
    void tx.send(tx.left());
    const next = waiting.shift();
    if (next) next(sql);
    else free.push(sql);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`bare at http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => process.exit());
