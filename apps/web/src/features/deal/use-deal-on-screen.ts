import { useRouterState } from '@tanstack/react-router';

/** The deal whose page or panel is open, if one is. */
export function useDealOnScreen(): string | undefined {
  return useRouterState({
    select: ({ location }) => /^\/(?:deals|board)\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1],
  });
}
