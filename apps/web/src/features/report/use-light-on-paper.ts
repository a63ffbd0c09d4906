import { useEffect } from 'react';

const attribute = 'data-mantine-color-scheme';

/** Paper is white: while the page is being printed, its colours are those of the day. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const toLight = () => {
      before = root.getAttribute(attribute);
      root.setAttribute(attribute, 'light');
    };
    const back = () => {
      if (before) root.setAttribute(attribute, before);
    };
    window.addEventListener('beforeprint', toLight);
    window.addEventListener('afterprint', back);
    return () => {
      window.removeEventListener('beforeprint', toLight);
      window.removeEventListener('afterprint', back);
    };
  }, []);
}
