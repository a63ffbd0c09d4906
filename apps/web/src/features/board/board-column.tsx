import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { BoardStage, Member } from '../../api.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { wholeNorm } from './board.rules.ts';
import styles from './board-column.module.css';
import { ColumnHead } from './column-head.tsx';
import { offerScroll } from './column-scroll.ts';
import { DealCardView } from './deal-card.tsx';
import { useDropStage } from './use-drop-stage.ts';

interface BoardColumnProps {
  stage: BoardStage;
  compact: boolean;
  draggable: boolean;
  tabbable: string | null;
  members: ReadonlyMap<string, Member>;
  onFold?: ((stageId: string) => void) | undefined;
}

/** One stage: its head, and as many of its cards as can be seen; drawn again only when something in it changed. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { stage, compact, draggable, tabbable, members, onFold } = props;
  const column = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const pitch = compact ? 50 : phone ? 96 : 84;
  const rows = useVirtualizer({
    count: stage.deals.length,
    getScrollElement: () => list.current,
    estimateSize: () => pitch,
    getItemKey: (index) => stage.deals[index]?.dealId ?? index,
    overscan: 6,
  });
  const drop = useDropStage(column, stage.stageId);
  useEffect(() => rows.measure(), [rows, pitch]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const scroll = (dealId: string) => {
      const index = stage.deals.findIndex((deal) => deal.dealId === dealId);
      if (index >= 0) rows.scrollToIndex(index);
      return index >= 0;
    };
    return combine(autoScrollForElements({ element }), offerScroll(scroll));
  }, [rows, stage.deals]);
  return (
    <section
      ref={column}
      className={styles.column}
      aria-label={stage.name}
      data-drop={drop}
      data-kind={stage.kind}
      data-stage-page={stage.stageId}
    >
      <ColumnHead stage={stage} compact={compact} onFold={onFold && (() => onFold(stage.stageId))} />
      <div ref={list} className={styles.list}>
        <div className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const deal = stage.deals[index];
            return deal ? (
              <div key={key} className={styles.row} style={{ transform: `translateY(${start}px)`, height: pitch }}>
                <DealCardView
                  deal={deal}
                  stageName={stage.name}
                  normDays={stage.kind === 'open' ? wholeNorm(stage.normDays) : null}
                  owner={members.get(deal.ownerId ?? '')}
                  compact={compact}
                  draggable={draggable}
                  tabbable={tabbable === deal.dealId}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
});
