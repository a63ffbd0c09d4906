import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone; the same line that the style sheets draw. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
}
