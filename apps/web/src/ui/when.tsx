import { useNow } from '../clock.ts';
import { useMe } from '../features/session/use-me.ts';
import { exact, relative } from '../format/when.ts';

/** A moment, relative to now; exact on hover. */
export function When({ at }: { at: string }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  return (
    <time dateTime={at} title={exact(at, timeZone)}>
      {relative(at, now, timeZone)}
    </time>
  );
}
