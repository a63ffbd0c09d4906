import { deepStrictEqual } from 'node:assert';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Call, callsOf, logOf, names, stageAfter, toRequest } from './calls.ts';
import type { Cluster } from './cluster.ts';
import { idOf, managerId, openDeals, openStages, workspaceId } from './dealerships.ts';
import { headers } from './load.ts';
import { type Recipes, recipeOf, toRecipe } from './recipe.ts';
import { type Server, startBare } from './servers.ts';
import { overhear } from './statement-log.ts';

const dealId = idOf('deal', openDeals);
/** No other number looks like it, so a parameter that holds it is the deal's version. */
const version = 4_711;

/** A call with one of the inputs it is measured with. */
interface Sample {
  call: Call;
  input: Record<string, unknown>;
}

/** Every input that is measured, up to the deal it is about. */
function samples(): Sample[] {
  const inputs: Record<Call['name'], Record<string, unknown>[]> = {
    'deal.board': [{ closedDays: 30 }],
    'contact.search': names.map((query) => ({ query })),
    'deal.move': [{ dealId, stageId: stageAfter(openDeals, 0) }],
    'activity.log': [logOf(dealId)],
  };
  return callsOf('').flatMap((call) => inputs[call.name].map((input) => ({ call, input })));
}

/**
 * Overhears what our server sends for each call, starts the bare one with it, and makes sure that both then send the same
 * statements and answer the same. Throws an AssertionError that shows the difference when they do not.
 */
export async function startSameBare(cluster: Cluster, ours: Server): Promise<{ bare: Server; recipes: Recipes }> {
  const recipes: Recipes = {};
  const expected = new Map<string, unknown>();
  for (const sample of samples()) {
    // What ours keeps for some minutes, it has after the first time.
    await ask(ours, sample);
    const { answer, sent } = await witness(cluster, ours, sample);
    const name = recipeOf(sample.call.name, sample.input);
    recipes[name] = toRecipe(sent, knownIn(sample.input));
    expected.set(name, { name, answer, texts: sent.map(({ text }) => text) });
  }
  const file = path.join(cluster.folder, 'recipes.json');
  writeFileSync(file, JSON.stringify(recipes));
  const bare = await startBare(cluster.appUrl(), file, cluster.folder);
  for (const sample of samples()) {
    const { answer, sent } = await witness(cluster, bare, sample);
    const name = recipeOf(sample.call.name, sample.input);
    deepStrictEqual({ name, answer, texts: sent.map(({ text }) => text) }, expected.get(name));
  }
  return { bare, recipes };
}

async function witness(cluster: Cluster, server: Server, sample: Sample) {
  await resetDeal(cluster);
  let answer: unknown;
  const sent = await overhear(cluster, async () => {
    answer = await ask(server, sample);
  });
  await resetDeal(cluster);
  return { answer: sample.call.kind === 'read' ? answer : withoutChance(answer), sent };
}

async function ask(server: Server, { call, input }: Sample): Promise<unknown> {
  const { path: target, ...init } = toRequest(call, input);
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

function knownIn(input: Record<string, unknown>): Record<string, string> {
  const named = Object.entries(input).flatMap(([name, value]) =>
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
