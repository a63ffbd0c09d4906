import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect } from 'react';
import type { DealCard } from '../../api.ts';
import styles from './deal-card.module.css';
import { selection } from './selection.ts';

/** Lets a card be lifted: a raised copy follows the pointer, the card itself stays behind as a shade. */
export function useCardDrag(ref: RefObject<HTMLElement | null>, { dealId, stageId }: DealCard, enabled: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return draggable({
      element,
      getInitialData: () => ({ dealId, stageId }),
      onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: () => grip(element, location.current.input),
          render: ({ container }) => {
            const lifted = element.cloneNode(true) as HTMLElement;
            lifted.classList.add(styles.lifted ?? '');
            const along = selection();
            if (along.size > 1 && along.has(dealId)) lifted.dataset.along = String(along.size);
            lifted.style.width = `${element.offsetWidth}px`;
            lifted.style.height = `${element.offsetHeight}px`;
            container.append(lifted);
          },
        }),
      onDragStart: () => {
        element.dataset.dragged = '';
      },
      onDrop: () => {
        delete element.dataset.dragged;
      },
    });
  }, [ref, dealId, stageId, enabled]);
}

/** Where in the card the pointer took hold, so that the copy hangs from the same place. */
function grip(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
