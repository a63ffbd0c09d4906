import { deepStrictEqual } from 'node:assert';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Call, callsOf, logOf, stageAfter, toRequest } from './calls.ts';
import type { Cluster } from './cluster.ts';
import { idOf, managerId, openDeals, openStages, workspaceId } from './dealerships.ts';
import { headers } from './load.ts';
import { type Recipes, toRecipe } from './recipe.ts';
import { type Server, startBare } from './servers.ts';
import { overhear } from './statement-log.ts';

const dealId = idOf('deal', openDeals);
/** No other number looks like it, so a parameter that holds it is the deal's version. */
const version = 4_711;
const samples: Record<Call['name'], Record<string, unknown>> = {
  'deal.board': { closedDays: 30 },
  'contact.search': { query: 'lopez' },
  'deal.move': { dealId, stageId: stageAfter(openDeals, 0) },
  'activity.log': logOf(dealId),
};

/**
 * Overhears what our server sends for each call, starts the bare one with it, and makes sure that both then send the same
 * statements and answer the same. Throws an AssertionError that shows the difference when they do not.
 */
export async function startSameBare(cluster: Cluster, ours: Server): Promise<{ bare: Server; recipes: Recipes }> {
  const calls = callsOf('');
  const recipes: Recipes = {};
  const expected = new Map<Call, { answer: unknown; texts: string[] }>();
  // What ours keeps for some minutes, it has after that.
  await ask(ours, 'deal.board');
  for (const call of calls) {
    const { answer, sent } = await witness(cluster, ours, call);
    recipes[call.name] = toRecipe(sent, knownIn(samples[call.name]));
    expected.set(call, { answer, texts: sent.map(({ text }) => text) });
  }
  const file = path.join(cluster.folder, 'recipes.json');
  writeFileSync(file, JSON.stringify(recipes));
  const bare = await startBare(cluster.appUrl(), file, cluster.folder);
  for (const call of calls) {
    const { answer, sent } = await witness(cluster, bare, call);
    deepStrictEqual(
      { call: call.name, answer, texts: sent.map(({ text }) => text) },
      { call: call.name, ...expected.get(call) },
    );
  }
  return { bare, recipes };
}

async function witness(cluster: Cluster, server: Server, call: Call) {
  await resetDeal(cluster);
  let answer: unknown;
  const sent = await overhear(cluster, async () => {
    answer = await ask(server, call.name);
  });
  await resetDeal(cluster);
  return { answer: call.kind === 'read' ? answer : withoutChance(answer), sent };
}

async function ask(server: Server, name: Call['name']): Promise<unknown> {
  const call = callsOf(name)[0] as Call;
  const { path: target, ...init } = toRequest(call, samples[name]);
  const response = await fetch(server.url + target, { ...init, headers });
  return response.json();
}

/** Puts the sampled deal back to where it was made, so that both servers find it alike. */
async function resetDeal(cluster: Cluster): Promise<void> {
  const admin = cluster.admin();
  const stageId = openStages[openDeals % openStages.length] ?? '';
  await admin`update deals set version = ${version}, stage_id = ${stageId}, stage_since = created_at
    where workspace_id = ${workspaceId} and id = ${dealId}`;
  await admin.end();
}

function knownIn(sample: Record<string, unknown>): Record<string, string> {
  const named = Object.entries(sample).flatMap(([name, value]) =>
    ['dealId', 'stageId', 'query'].includes(name) ? [[name, String(value)]] : [],
  );
  const fromStageId = openStages[openDeals % openStages.length] ?? '';
  return {
    ...{ workspaceId, memberId: managerId, contactId: idOf('contact', openDeals), fromStageId },
    ...{ version: `${version}`, nextVersion: `${version + 1}`, channel: 'beback_changes' },
    ...Object.fromEntries(named),
  };
}

/** An answer without the ids and times that every call makes anew. */
function withoutChance(answer: unknown): unknown {
  const chance = new Set(['activityId', 'changeId', 'occurredAt', 'stageSince']);
  return JSON.parse(JSON.stringify(answer, (key, value) => (chance.has(key) ? typeof value : value)));
}
