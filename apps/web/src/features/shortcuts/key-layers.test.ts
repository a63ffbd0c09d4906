import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addKeys } from './key-layers.ts';

let listener: ((event: object) => void) | null = null;
let dialog: object | null = null;
const removes: (() => void)[] = [];

class Element {
  isContentEditable = false;
  typing: boolean;
  constructor(typing: boolean) {
    this.typing = typing;
  }
  closest() {
    return this.typing ? this : null;
  }
}

beforeEach(() => {
  dialog = null;
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('document', { querySelector: () => dialog });
  vi.stubGlobal('window', {
    addEventListener: (_type: string, listen: typeof listener) => {
      listener = listen;
    },
    removeEventListener: () => {
      listener = null;
    },
  });
});

afterEach(() => {
  for (const remove of removes.splice(0)) remove();
  vi.unstubAllGlobals();
});

const lay = (keys: Record<string, () => void>) => removes.push(addKeys(() => keys));

function press(key: string, { typing = false, at = 0, ...held } = {}): boolean {
  let taken = false;
  const target = new Element(typing);
  listener?.({
    key,
    target,
    timeStamp: at,
    ...held,
    preventDefault: () => {
      taken = true;
    },
    stopPropagation: () => undefined,
  });
  return taken;
}

test('a letter does what the place on top says, and what lies below when it says nothing', () => {
  const [below, above] = [vi.fn(), vi.fn()];
  lay({ n: below, l: below });
  lay({ n: above });
  press('n');
  press('l');
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
});

test('two letters in a row mean one thing, also when the second one has a meaning of its own', () => {
  const [contacts, call] = [vi.fn(), vi.fn()];
  lay({ 'g c': contacts });
  lay({ c: call });
  expect(press('g')).toBe(true);
  press('c', { at: 500 });
  expect([contacts.mock.calls.length, call.mock.calls.length]).toEqual([1, 0]);
  press('g', { at: 600 });
  press('c', { at: 5000 });
  expect([contacts.mock.calls.length, call.mock.calls.length]).toEqual([1, 1]);
});

test('nothing happens while somebody types, holds Ctrl, or has a dialog open', () => {
  const call = vi.fn();
  lay({ c: call });
  expect(press('c', { typing: true })).toBe(false);
  expect(press('c', { ctrlKey: true } as object)).toBe(false);
  dialog = {};
  expect(press('c')).toBe(false);
  expect(call).not.toHaveBeenCalled();
});

test('a question mark is a question mark, however it is typed', () => {
  const sheet = vi.fn();
  lay({ '?': sheet });
  press('?', { shiftKey: true } as object);
  expect(sheet).toHaveBeenCalledOnce();
});
