import { Suspense, useState } from 'react';
import { LostDialog, SoldDialog, StageMenu } from '../../stage-move/dialogs.ts';
import type { TargetStage } from '../../stage-move/use-stage-move.tsx';
import { useBulkDeals } from './use-bulk-deals.ts';

interface Asking {
  dealIds: string[];
  to: TargetStage;
}

/** Moving several deals, whatever it takes: asks once for all of them. Gives `request`, `choose` and the `dialog` to draw. */
export function useBulkMove(stages: readonly TargetStage[]) {
  const bulk = useBulkDeals();
  const [choosing, setChoosing] = useState<string[] | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const move = ({ dealIds, to }: Asking, extra: { lostReason?: string; lostNote?: string; soldOn?: string } = {}) => {
    setAsking(null);
    bulk.mutate({ dealIds, set: { stageId: to.stageId, ...extra }, done: `moved to ${to.name}` });
  };
  const request = (dealIds: string[], to: TargetStage) => {
    setChoosing(null);
    if (to.kind === 'open') move({ dealIds, to });
    else setAsking({ dealIds, to });
  };
  const close = () => setAsking(null);
  const many = asking ? count(asking.dealIds) : '';
  const dialog = (
    <Suspense>
      {choosing ? (
        <StageMenu
          title={`Move ${count(choosing)} to`}
          stages={stages}
          onChoose={(to) => request(choosing, to)}
          onClose={() => setChoosing(null)}
        />
      ) : null}
      {asking?.to.kind === 'lost' ? (
        <LostDialog
          title={asking.dealIds.length === 1 ? 'Why was 1 deal lost?' : `Why were ${many} lost?`}
          to={asking.to}
          onConfirm={(extra) => move(asking, extra)}
          onClose={close}
        />
      ) : null}
      {asking?.to.kind === 'won' ? (
        <SoldDialog
          title={`${many}: ${asking.to.name.toLowerCase()}`}
          to={asking.to}
          delivers={false}
          gross={false}
          onConfirm={({ soldOn }) => move(asking, soldOn ? { soldOn } : {})}
          onClose={close}
        />
      ) : null}
    </Suspense>
  );
  return { request, choose: setChoosing, dialog };
}

function count(dealIds: readonly string[]): string {
  return dealIds.length === 1 ? '1 deal' : `${dealIds.length} deals`;
}
