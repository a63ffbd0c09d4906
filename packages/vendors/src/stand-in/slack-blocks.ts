type Json = Record<string, unknown>;

/** Says what Slack would refuse in these blocks, by its published limits; undefined when nothing. */
export function blocksProblem(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return 'blocks must be a list';
  if (blocks.length > 50) return 'no more than 50 blocks';
  return first(blocks, blockProblem);
}

function blockProblem(block: Json): string | undefined {
  switch (block.type) {
    case 'section':
      return textProblem(block.text, 3000);
    case 'context':
      return elementsProblem(block.elements, 10, (element) => textProblem(element, 3000));
    case 'actions':
      return elementsProblem(block.elements, 25, buttonProblem) ?? repeatedActionId(block.elements);
    case 'divider':
      return undefined;
    case 'header':
      return textProblem(block.text, 150);
    default:
      return 'unsupported block type';
  }
}

function elementsProblem(elements: unknown, most: number, check: (element: Json) => string | undefined) {
  if (!Array.isArray(elements) || elements.length < 1) return 'elements missing';
  return elements.length > most ? `no more than ${most} elements` : first(elements, check);
}

function buttonProblem(button: Json): string | undefined {
  if (button.type !== 'button') return 'unsupported element';
  if (lengthOf(button.action_id) > 255) return 'action_id too long';
  if (lengthOf(button.value) > 2000) return 'value too long';
  if (!isJson(button.text) || button.text.type !== 'plain_text') return 'a button takes plain_text';
  return textProblem(button.text, 75);
}

function repeatedActionId(elements: unknown): string | undefined {
  const ids = (Array.isArray(elements) ? elements : []).map((element: Json) => element.action_id);
  return new Set(ids).size === ids.length ? undefined : 'action_id used twice';
}

function textProblem(text: unknown, most: number): string | undefined {
  if (!isJson(text) || (text.type !== 'mrkdwn' && text.type !== 'plain_text')) return 'text object missing';
  if (lengthOf(text.text) < 1) return 'text missing';
  return lengthOf(text.text) > most ? `text longer than ${most}` : undefined;
}

function first(items: unknown[], check: (item: Json) => string | undefined): string | undefined {
  for (const item of items) {
    const problem = isJson(item) ? check(item) : 'not an object';
    if (problem) return problem;
  }
  return undefined;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
