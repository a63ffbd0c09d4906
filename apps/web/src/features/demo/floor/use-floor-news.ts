import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../../../trpc.ts';
import { type FloorNews, noNews, takeNews } from './floor-news.rules.ts';

const looked = 8;

/** Follows what happens on the floor. */
export function useFloorNews(): FloorNews {
  const changes = useQuery(trpc.change.list.queryOptions({ limit: looked })).data?.items;
  const [news, setNews] = useState(noNews);
  useEffect(() => {
    if (changes) setNews((before) => takeNews(before, changes));
  }, [changes]);
  return news;
}
