import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

/** Makes a column a place where a card may be dropped; says whether a card is over it. */
export function useDropStage(ref: RefObject<HTMLElement | null>, stageId: string): 'over' | undefined {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => 'dealId' in source.data,
      getData: () => ({ stageId }),
      onDragEnter: ({ source }) => setOver(source.data.stageId !== stageId),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [ref, stageId]);
  return over ? 'over' : undefined;
}
