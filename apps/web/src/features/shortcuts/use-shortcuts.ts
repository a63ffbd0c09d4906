import { useEffect, useRef } from 'react';
import { addKeys, type KeyMap } from './key-layers.ts';

/** Keys that work while a component is on the screen; never while somebody types or a dialog is open. */
export function useShortcuts(keys: KeyMap): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => addKeys(() => current.current), []);
}
