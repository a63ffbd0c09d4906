import type { BotClient, DealSummary } from '../client.ts';
import type { Reply } from '../reply.ts';

const SHOWN = 5;

/** Shows the open deals that fit, within what the member may see. Throws what the client throws. */
export async function showDeal(client: BotClient, query: string): Promise<Reply> {
  const [{ items }, stages] = await Promise.all([
    client.deal.list.query({ query, limit: SHOWN + 1 }),
    client.stage.list.query(),
  ]);
  if (items.length === 0) return { text: `No deal found for "${query}".` };
  const names = new Map(stages.items.map((stage) => [stage.stageId, stage.name]));
  const lines = items.slice(0, SHOWN).map((deal) => describe(deal, names.get(deal.stageId)));
  return {
    text: items.length > SHOWN ? `${lines.join('\n')}\nand more: add a word to narrow it down.` : lines.join('\n'),
  };
}

function describe({ number, contactName, title, valueCents, currency }: DealSummary, stage = 'no stage'): string {
  const value = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  const names = title && title !== contactName ? `${contactName}, ${title}` : contactName;
  return `#${number} ${names}: ${stage}, ${value.format(valueCents / 100)}`;
}
