/** A button under an answer. */
export interface SlackButton {
  label: string;
  actionId: string;
  value: string;
}

/** What of a message's blocks can be seen and pressed. */
export interface SlackContent {
  lines: string[];
  buttons: SlackButton[];
}

type Json = Record<string, unknown>;

/** Reads the blocks the bot sends (sections, headers, notes, buttons); without any, the plain text stands alone. */
export function readBlocks(blocks: unknown, body: string): SlackContent {
  const list = (Array.isArray(blocks) ? blocks : []).filter(isJson);
  const lines = list.flatMap((block) => [block.text, ...elementsOf(block)].flatMap(textOf));
  const buttons = list.filter(({ type }) => type === 'actions').flatMap((block) => elementsOf(block).flatMap(buttonOf));
  return { lines: lines.length > 0 ? lines : [plain(body)], buttons };
}

function elementsOf(block: Json): Json[] {
  return Array.isArray(block.elements) ? block.elements.filter(isJson) : [];
}

function textOf(text: unknown): string[] {
  if (!isJson(text) || typeof text.text !== 'string') return [];
  return [text.type === 'mrkdwn' ? plain(text.text) : text.text];
}

function buttonOf({ type, text, action_id: actionId, value }: Json): SlackButton[] {
  const [label] = textOf(text);
  if (type !== 'button' || !label || typeof actionId !== 'string') return [];
  return [{ label, actionId, value: typeof value === 'string' ? value : '' }];
}

/** Slack's markup as what it stands for. */
function plain(markup: string): string {
  return markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
