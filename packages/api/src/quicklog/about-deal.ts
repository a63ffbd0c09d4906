import type { Tx } from '@beback/db';
import { contacts, deals } from '@beback/db/schema';
import { type Command, parse, type QuicklogContext } from '@beback/quicklog';
import { and, eq } from 'drizzle-orm';

/**
 * What a text says. One that names nobody is about the deal that was on the screen, as far as its sender may see that;
 * one that names somebody never is.
 */
export async function understand(
  tx: Tx,
  text: string,
  parsing: QuicklogContext,
  dealId: string | undefined,
): Promise<Command> {
  const command = parse(text, parsing);
  const deal = dealId && namesNobody(command) ? await readNamed(tx, dealId) : undefined;
  if (!deal) return command;
  const about = parse(`#${deal.number} ${text}`, parsing);
  return namesNobody(about) ? command : withName(about, deal);
}

function namesNobody(command: Command): boolean {
  return command.kind === 'unclear' || (command.kind === 'log' && !command.who);
}

/** A follow-up is called by the customer, whom nobody knows by a number. */
function withName(command: Command, { number, name }: { number: number; name: string }): Command {
  if (command.kind !== 'log' || !command.followUp) return command;
  const title = command.followUp.title.replace(`#${number}`, name);
  return { ...command, followUp: { ...command.followUp, title } };
}

async function readNamed(tx: Tx, dealId: string): Promise<{ number: number; name: string } | undefined> {
  const [deal] = await tx
    .select({ number: deals.number, name: contacts.name })
    .from(deals)
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .where(and(eq(deals.workspaceId, tx.scope.workspaceId), eq(deals.id, dealId)));
  return deal;
}
