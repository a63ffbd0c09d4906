import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

type Edge = 'before' | 'after';
type Drop = (moved: string, edge: Edge) => void;

/**
 * Lets a row be taken by its handle and others be dropped on it. Gives the edge where a dragged row would go, and calls
 * `onDrop` with the stage that was dropped.
 */
export function useStageDrag(
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  stageId: string,
  onDrop: Drop,
): Edge | undefined {
  const [edge, setEdge] = useState<Edge>();
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const element = row.current;
    const dragHandle = handle.current;
    if (!element || !dragHandle) return;
    const edgeAt = (clientY: number): Edge => {
      const { top, height } = element.getBoundingClientRect();
      return clientY < top + height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ pipelineStage: stageId }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => 'pipelineStage' in source.data && source.data.pipelineStage !== stageId,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          latest.current(String(source.data.pipelineStage), edgeAt(location.current.input.clientY));
        },
      }),
    );
  }, [row, handle, stageId]);
  return edge;
}
