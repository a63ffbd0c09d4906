import { Button } from '@mantine/core';
import type { Deal } from '../../api.ts';
import { useMe } from '../session/use-me.ts';
import styles from './deal-access.module.css';
import { useClaim } from './use-share.ts';

/** Says that nobody owns a deal, and lets who may take it do so. */
export function ClaimDeal({ deal: { dealId, ownerId, closedAt } }: { deal: Deal }) {
  const { role } = useMe();
  const claim = useClaim();
  if (ownerId || closedAt) return null;
  return (
    <div className={styles.claim}>
      <p>Nobody owns this deal yet.</p>
      {role === 'read_only' ? null : (
        <Button variant="default" loading={claim.isPending} onClick={() => claim.mutate({ dealId })}>
          Take it
        </Button>
      )}
    </div>
  );
}
