import type { Reply } from './reply.ts';

interface Button {
  type: 'button';
  text: { type: 'plain_text'; text: string };
  action_id: string;
  value: string;
}
type Block =
  | { type: 'section'; text: { type: 'plain_text' | 'mrkdwn'; text: string } }
  | { type: 'actions'; elements: Button[] };

const SECTION = 3000;
const LABEL = 75;
const BUTTONS = 25;
const VALUE = 2000;

/** Turns a reply into a Slack message: the text, then an Undo button or one button per option. */
export function slackMessage(reply: Reply): { text: string; blocks: Block[] } {
  if (reply.link) return linkMessage(reply.text, reply.link);
  const buttons = questionButtons(reply) ?? undoButtons(reply) ?? [];
  // plain_text is shown as it is; the fallback text is markup, where a customer named <!channel> would call everybody.
  const section: Block = { type: 'section', text: { type: 'plain_text', text: cut(reply.text, SECTION) || '…' } };
  const blocks: Block[] = buttons.length > 0 ? [section, { type: 'actions', elements: buttons }] : [section];
  return { text: escapeMarkup(cut(reply.text, SECTION)) || '…', blocks };
}

/** Turns what Slack sends as text back into what was typed: entities, and links and mentions reduced to their label. */
export function typedText(text: string): string {
  const labels = text.replace(/<(?=[@#!]|https?:|mailto:|tel:)([^<>|]*\|)?([^<>]*)>/g, '$2');
  return labels.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** Only markup makes an address one can click; the words beside it are ours. */
function linkMessage(words: string, link: string): ReturnType<typeof slackMessage> {
  const text = `${escapeMarkup(words)} ${link}`;
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] };
}

function questionButtons({ question }: Reply): Button[] | undefined {
  return question?.options
    .slice(0, BUTTONS)
    .map(({ choice, label }) => button(`${choice}. ${label}`, `answer_question:${choice}`, question.questionId));
}

function undoButtons({ undo }: Reply): Button[] | undefined {
  const value = undo?.join(',');
  return value && value.length <= VALUE ? [button('Undo', 'undo_change', value)] : undefined;
}

function button(label: string, actionId: string, value: string): Button {
  return { type: 'button', text: { type: 'plain_text', text: cut(label, LABEL) }, action_id: actionId, value };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
