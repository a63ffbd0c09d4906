import { readCast } from './demo-requests.ts';

/** Who can be played; the route reads it before the page is drawn, without fetching the page's code for it. */
export const castQuery = { queryKey: ['demo', 'cast'], queryFn: readCast, staleTime: Number.POSITIVE_INFINITY };
