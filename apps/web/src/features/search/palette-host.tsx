import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Deal } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { ComposerForm } from '../activity/composer-form.tsx';
import { logActions } from '../activity/log-actions.ts';
import { CompanyDialog } from '../company/company-dialog.tsx';
import { ContactDialog } from '../contact/contact-dialog.tsx';
import { NewDealDialog } from '../deal/new-deal-dialog.tsx';
import { useMe } from '../session/use-me.ts';
import { InviteDialog } from '../settings/members/invite-dialog.tsx';
import { rolesFor } from '../settings/roles.ts';
import ShortcutSheet from '../shortcuts/shortcut-sheet.tsx';
import { useStageMove } from '../stage-move/use-stage-move.tsx';
import styles from './command-palette.module.css';
import { CommandPalette } from './command-palette.tsx';
import type { Ask } from './palette.types.ts';

/** The palette, and after it whatever a command has to ask, wherever in the app one is. */
export default function PaletteHost({ start, onClose }: { start: 'search' | 'keys'; onClose: () => void }) {
  const [asked, setAsked] = useState<Ask | null>(start === 'keys' ? { ask: 'keys' } : null);
  const navigate = useNavigate();
  const { role } = useMe();
  switch (asked?.ask) {
    case undefined:
      return <CommandPalette onAsk={setAsked} onClose={onClose} />;
    case 'newUp':
      return <NewDealDialog onClose={onClose} />;
    case 'newContact':
      return (
        <ContactDialog
          onClose={onClose}
          onSaved={(contact) => void navigate({ to: '/contacts/$contact', params: { contact } })}
        />
      );
    case 'newCompany':
      return <CompanyDialog company={null} onClose={onClose} />;
    case 'invite':
      return <InviteDialog given={rolesFor(role)} onClose={onClose} />;
    case 'keys':
      return <ShortcutSheet onClose={onClose} />;
    case 'log':
      return <LogDialog asked={asked} onClose={onClose} />;
    case 'move':
      return <MoveDialog dealId={asked.dealId} stageId={asked.stageId} />;
  }
}

/** The composer's form for somebody who is not on the screen. */
function LogDialog({ asked, onClose }: { asked: Extract<Ask, { ask: 'log' }>; onClose: () => void }) {
  const { action, about } = asked;
  const label = logActions.find(([code]) => code === action)?.[1] ?? '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${label}: ${about.name}`}
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.bare}>
        <ComposerForm action={action} dealId={about.dealId} contactId={about.contactId} onDone={onClose} />
      </div>
    </Modal>
  );
}

function MoveDialog({ dealId, stageId }: { dealId: string; stageId: string | undefined }) {
  const deal = useQuery(trpc.deal.get.queryOptions({ dealId }));
  return deal.data ? <Move deal={deal.data} stageId={stageId} /> : null;
}

/** Moves to the stage that was named, or offers them all. */
function Move({ deal, stageId }: { deal: Deal; stageId: string | undefined }) {
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items;
  const { request, choose, dialog } = useStageMove(stages ?? []);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !stages) return;
    begun.current = true;
    const to = stages.find((stage) => stage.stageId === stageId);
    if (to) request(deal, to);
    else choose(deal);
  });
  return dialog;
}
