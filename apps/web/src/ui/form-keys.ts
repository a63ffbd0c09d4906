import type { KeyboardEvent } from 'react';

/** The keys of a form that opened in place: Ctrl or Cmd with Enter saves, also from a field of several lines; Escape leaves. */
export function formKeys(leave: () => void) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
