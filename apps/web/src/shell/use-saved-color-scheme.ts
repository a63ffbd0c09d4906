import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useMe } from '../features/session/use-me.ts';

/** Applies the colour scheme this person chose, on whatever machine they sign in. */
export function useSavedColorScheme(): void {
  const { colorScheme } = useMe();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(colorScheme), [colorScheme, setColorScheme]);
}
