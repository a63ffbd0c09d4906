import { useSessionStorage } from '@mantine/hooks';
import { useCallback } from 'react';

/** Which of the slim columns this person has opened; remembered until the tab is closed. */
export function useOpenColumns() {
  const [open, setOpen] = useSessionStorage<string[]>({
    key: 'beback-open-columns',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const isOpen = useCallback((stageId: string) => open.includes(stageId), [open]);
  const toggle = useCallback(
    (stageId: string) =>
      setOpen((now) => (now.includes(stageId) ? now.filter((id) => id !== stageId) : [...now, stageId])),
    [setOpen],
  );
  return { isOpen, toggle };
}
