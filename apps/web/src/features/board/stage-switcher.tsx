import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardStage } from '../../api.ts';
import { usePhone } from '../../ui/use-phone.ts';
import styles from './stage-switcher.module.css';

interface StageSwitcherProps {
  board: RefObject<HTMLElement | null>;
  stages: readonly BoardStage[];
  isOpen: (stageId: string) => boolean;
  onOpen: (stageId: string) => void;
}

/** On a phone, where a stage is a page: the stages by name, with the one in sight marked; a tap turns to it. */
export function StageSwitcher(props: StageSwitcherProps) {
  return usePhone() ? <Switcher {...props} /> : null;
}

function Switcher({ board, stages, isOpen, onOpen }: StageSwitcherProps) {
  const bar = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState(stages[0]?.stageId);
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    const follow = () => setCurrent(inSight(element));
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [board]);
  // A folded stage has no page yet: it is turned to once it is drawn.
  useEffect(() => {
    if (!wanted || !pageOf(board.current, wanted)) return;
    turnTo(board.current, wanted);
    setWanted(null);
  });
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>(`[data-to="${current}"]`);
    if (tab && bar.current)
      bar.current.scrollTo({ left: tab.offsetLeft - (bar.current.offsetWidth - tab.offsetWidth) / 2 });
  }, [current]);
  return (
    <nav ref={bar} className={styles.bar} aria-label="Stages of the board">
      {stages.map(({ stageId, name, kind, count }) => (
        <button
          key={stageId}
          type="button"
          className={styles.stage}
          data-to={stageId}
          data-kind={kind}
          aria-current={stageId === current || undefined}
          onClick={() => {
            if (kind !== 'open' && !isOpen(stageId)) onOpen(stageId);
            setWanted(stageId);
          }}
        >
          {name} <span className={styles.count}>{count}</span>
        </button>
      ))}
    </nav>
  );
}

function pageOf(board: HTMLElement | null, stageId: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-stage-page="${stageId}"]`) ?? null;
}

function turnTo(board: HTMLElement | null, stageId: string): void {
  const page = pageOf(board, stageId);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (board && page) board.scrollTo({ left: page.offsetLeft - 16, behavior: calm ? 'instant' : 'smooth' });
}

function inSight(board: HTMLElement): string | undefined {
  const pages = [...board.querySelectorAll<HTMLElement>('[data-stage-page]')];
  const distance = (page: HTMLElement) => Math.abs(page.offsetLeft - 16 - board.scrollLeft);
  return pages.toSorted((a, b) => distance(a) - distance(b))[0]?.dataset.stagePage;
}
