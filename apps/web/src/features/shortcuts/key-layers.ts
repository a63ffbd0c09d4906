/** What keys do: "c", "?", or two in a row as "g b". */
export type KeyMap = Readonly<Record<string, () => void>>;

interface Layer {
  keys: () => KeyMap;
}

const layers: Layer[] = [];
const patience = 1200;
let first: { key: string; until: number } | null = null;

/** Listens to keys until the answer is called; what was laid on top last is asked first. */
export function addKeys(keys: () => KeyMap): () => void {
  const layer = { keys };
  // Captured, so that two letters in a row mean one thing, whatever the second one does by itself elsewhere.
  if (layers.length === 0) window.addEventListener('keydown', onKeyDown, true);
  layers.push(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    if (layers.length === 0) window.removeEventListener('keydown', onKeyDown, true);
  };
}

function onKeyDown(event: KeyboardEvent): void {
  const key = keyOf(event);
  if (!key || isElsewhere(event.target)) return;
  const begun = first && first.until > event.timeStamp ? first.key : null;
  first = null;
  const act = (begun && find(`${begun} ${key}`)) || find(key);
  if (act) act();
  else if (begins(key)) first = { key, until: event.timeStamp + patience };
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A key by itself, as the maps name it; null for combinations, which belong to the browser and to others. */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey || repeat || key.length !== 1) return null;
  const lower = key.toLowerCase();
  return shiftKey && lower !== key ? null : lower;
}

/** Whether somebody is typing, or a dialog or menu is open, which has keys of its own. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('textarea, select, input:not([type=checkbox], [type=radio])') !== null
  );
}

function find(keys: string): (() => void) | undefined {
  for (const layer of layers.toReversed()) {
    const act = layer.keys()[keys];
    if (act) return act;
  }
  return undefined;
}

const begins = (key: string) =>
  layers.some((layer) => Object.keys(layer.keys()).some((keys) => keys.startsWith(`${key} `)));
