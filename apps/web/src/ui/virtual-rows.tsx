import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './virtual-rows.module.css';

interface VirtualRowsProps<Item> {
  label: string;
  items: readonly Item[];
  height: number;
  keyOf: (item: Item) => string;
  row: (item: Item) => ReactNode;
  more: boolean;
  onEnd: () => void;
}

/** A long list of which only what can be seen is drawn; asks for more shortly before its end comes into view. */
export function VirtualRows<Item>({ label, items, height, keyOf, row, more, onEnd }: VirtualRowsProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const nearEnd = more && last >= items.length - 15;
  useEffect(() => {
    if (nearEnd) onEnd();
  }, [nearEnd, onEnd]);
  return (
    <section ref={scroller} className={styles.scroller} aria-label={label}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {visible.map(({ index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={keyOf(item)}
              className={styles.row}
              style={{ height, transform: `translateY(${start}px)` }}
              aria-setsize={more ? -1 : items.length}
              aria-posinset={index + 1}
            >
              {row(item)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
