import { Suspense, useState } from 'react';
import { useMe } from '../session/use-me.ts';
import { LostDialog, SoldDialog, StageMenu } from './dialogs.ts';
import { type MoveInput, useMoveDeal } from './use-move-deal.ts';

/** A deal that may be moved, with as much as a dialog needs to name it. */
export interface MovableDeal {
  dealId: string;
  stageId: string;
  contactName: string;
  ownerId: string | null;
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
 * Moving a deal, whatever it takes: at once to an open stage, after a date and what it earned to a won one, after a reason
 * to a lost one.
 * Gives `request`, `choose` (a menu of the stages), and the `dialog` to draw.
 */
export function useStageMove(stages: readonly TargetStage[]) {
  const me = useMe();
  const move = useMoveDeal();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [choosing, setChoosing] = useState<MovableDeal | null>(null);
  const kindOf = ({ stageId }: MovableDeal) => stages.find((stage) => stage.stageId === stageId)?.kind;
  // From Delivered back to Sold nothing has to be known.
  const goesOn = (deal: MovableDeal, to: TargetStage) =>
    kindOf(deal) !== 'won' || placeOf(stages, to.stageId) > placeOf(stages, deal.stageId);
  const request = (deal: MovableDeal, to: TargetStage) => {
    setChoosing(null);
    if (to.stageId === deal.stageId) return;
    if (to.kind === 'lost' || (to.kind === 'won' && goesOn(deal, to))) setAsking({ deal, to });
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
        <StageMenu
          title={`Move ${choosing.contactName} to`}
          here={choosing.stageId}
          stages={stages}
          onChoose={(to) => request(choosing, to)}
          onClose={() => setChoosing(null)}
        />
      ) : null}
      {asking?.to.kind === 'lost' ? (
        <LostDialog
          title={`Why was ${asking.deal.contactName} lost?`}
          to={asking.to}
          onConfirm={confirm}
          onClose={close}
        />
      ) : null}
      {asking?.to.kind === 'won' ? (
        <SoldDialog
          title={`${asking.deal.contactName}: ${asking.to.name.toLowerCase()}`}
          to={asking.to}
          delivers={kindOf(asking.deal) === 'won'}
          gross={me.role !== 'rep' || asking.deal.ownerId === me.memberId}
          onConfirm={confirm}
          onClose={close}
        />
      ) : null}
    </Suspense>
  );
  return { request, choose: setChoosing, dialog };
}

function placeOf(stages: readonly TargetStage[], stageId: string): number {
  return stages.findIndex((stage) => stage.stageId === stageId);
}
