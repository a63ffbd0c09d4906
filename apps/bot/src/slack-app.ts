import { type SlackPort, slackQuietLogger } from '@beback/vendors';
import { App, type BlockAction, type ButtonAction, type Receiver } from '@slack/bolt';
import type { BotClient } from './client.ts';
import { answerQuestion } from './commands/answer-question.ts';
import { logActivity } from './commands/log-activity.ts';
import { asksForMove, moveDeal } from './commands/move-deal.ts';
import { showDeal } from './commands/show-deal.ts';
import { asksForHelp, showHelp } from './commands/show-help.ts';
import { undoChange } from './commands/undo-change.ts';
import type { Conversation } from './conversation.ts';
import type { Reply } from './reply.ts';
import { slackMessage, typedText } from './slack.ts';

interface Sender {
  teamId?: string;
  userId?: string;
  externalId?: string;
}

/** Builds the Bolt app: slash commands, the buttons under our own answers, and direct messages. */
export function createSlackApp(receiver: Receiver, slack: SlackPort, conversation: Conversation): App {
  // Nothing is asked of Slack to authorize: who may do what is decided by the member behind the Slack user.
  const authorize = async () => ({});
  const app = new App({ receiver, authorize, logger: slackQuietLogger, convoStore: false, ignoreSelf: false });
  app.error(async (error) => {
    throw 'original' in error && error.original instanceof Error ? error.original : error;
  });

  app.command(/.*/, async ({ command, context }) => {
    const text = typedText(command.text ?? '');
    const { reply } = await answer(context, (client, id) => runCommand(client, command.command, text, id));
    await slack.respond(command.response_url, { ...slackMessage(reply), responseType: 'ephemeral' });
  });

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, context }) => {
    const { action_id: id, value = '' } = action;
    const { reply, failed } = await answer(context, (client) => runButton(client, id, value));
    // A refusal leaves the message with its buttons; a result takes its place, so that no button is pressed twice.
    await slack.respond(body.response_url, {
      ...slackMessage(reply),
      responseType: 'ephemeral',
      replaceOriginal: !failed,
    });
  });

  app.message(async ({ message, context }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || 'bot_id' in message) return;
    const text = typedText(message.text ?? '');
    const { reply } = await answer(context, (client, id) => runCommand(client, '/log', text, id));
    await slack.postMessage({ channel: message.channel, ...slackMessage(reply) });
  });
  return app;

  function answer(
    { teamId = '', userId = '', externalId = '' }: Sender,
    run: (c: BotClient, id: string) => Promise<Reply>,
  ) {
    const origin = { door: 'slack', provider: 'slack', externalId } as const;
    return conversation({ door: 'slack', teamId, userId }, origin, (client) => run(client, externalId));
  }
}

async function runCommand(client: BotClient, command: string, text: string, messageId: string): Promise<Reply> {
  if (asksForHelp(text)) return showHelp('slack');
  if (command === '/log') return logActivity(client, text, messageId);
  return asksForMove(text) ? moveDeal(client, text, messageId) : showDeal(client, text);
}

async function runButton(client: BotClient, actionId: string, value: string): Promise<Reply> {
  const choice = /^answer_question:(\d{1,2})$/.exec(actionId)?.[1];
  if (choice !== undefined) return answerQuestion(client, value, Number(choice));
  return actionId === 'undo_change' ? undoChange(client, value.split(',')) : showHelp('slack');
}
