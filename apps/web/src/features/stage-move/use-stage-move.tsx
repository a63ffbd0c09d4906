import { Suspense, useState } from 'react';
import { LostDialog, SoldDialog, StageMenu } from './dialogs.ts';
import { type MoveInput, useMoveDeal } from './use-move-deal.ts';

/** A deal that may be moved, with as much as a dialog needs to name it. */
export interface MovableDeal {
  dealId: string;
  stageId: string;
  contactName: string;
  version: number;
}

/** A stage to move to. */
export interface TargetStage {
  stageId: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

interface Asking {
  deal: MovableDeal;
  to: TargetStage;
}

/**
 * Moving a deal, whatever it takes: at once to an open stage, after a date to a won one, after a reason to a lost one.
 * Gives `request`, `choose` (a menu of the stages), and the `dialog` to draw.
 */
export function useStageMove(stages: readonly TargetStage[]) {
  const move = useMoveDeal();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [choosing, setChoosing] = useState<MovableDeal | null>(null);
  const request = (deal: MovableDeal, to: TargetStage) => {
    setChoosing(null);
    if (to.stageId === deal.stageId) return;
    const from = stages.find(({ stageId }) => stageId === deal.stageId);
    const asks = to.kind === 'lost' || (to.kind === 'won' && from?.kind !== 'won');
    if (asks) setAsking({ deal, to });
    else move.mutate({ dealId: deal.dealId, stageId: to.stageId, version: deal.version });
  };
  const confirm = (extra: Partial<MoveInput>) => {
    if (asking)
      move.mutate({ dealId: asking.deal.dealId, stageId: asking.to.stageId, version: asking.deal.version, ...extra });
    setAsking(null);
  };
  const close = () => setAsking(null);
  const dialog = (
    <Suspense>
      {choosing ? (
        <StageMenu deal={choosing} stages={stages} onChoose={request} onClose={() => setChoosing(null)} />
      ) : null}
      {asking?.to.kind === 'lost' ? <LostDialog {...asking} onConfirm={confirm} onClose={close} /> : null}
      {asking?.to.kind === 'won' ? <SoldDialog {...asking} onConfirm={confirm} onClose={close} /> : null}
    </Suspense>
  );
  return { request, choose: setChoosing, dialog };
}
