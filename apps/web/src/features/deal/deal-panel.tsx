import { ActionIcon } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { focusCard } from '../board/card-places.ts';
import styles from './deal-panel.module.css';
import { DealView } from './deal-view.tsx';

/** A deal over the board, at its own address; Escape goes back to the card. */
export function DealPanel({ dealId }: { dealId: string }) {
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const close = () => {
    void navigate({ to: '/board', search: true });
    focusCard(dealId);
  };
  useEscape(close);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <aside ref={panel} className={styles.panel} aria-label="Deal" tabIndex={-1}>
      <div className={styles.tools}>
        <Link
          to="/deals/$deal"
          params={{ deal: dealId }}
          aria-label="Open as a page"
          title="Open as a page"
          className={styles.tool}
        >
          <IconArrowsDiagonal size={17} stroke={1.7} aria-hidden />
        </Link>
        <ActionIcon onClick={close} aria-label="Close" size={30}>
          <IconX size={18} stroke={1.7} />
        </ActionIcon>
      </div>
      <DealView dealId={dealId} />
    </aside>
  );
}

/**
 * Heard everywhere: a form that closes itself leaves the focus on the page, and Escape has to work all the same. What floats
 * above the panel closes first; it is gone by the time the key comes up here, so it is looked for on the way down.
 */
function useEscape(close: () => void): void {
  const covered = useRef(false);
  const isEscape = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented;
  useWindowEvent(
    'keydown',
    () => {
      covered.current = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
    },
    true,
  );
  useWindowEvent('keydown', (event) => {
    if (isEscape(event) && !covered.current) close();
  });
}
