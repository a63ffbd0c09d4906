import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverNow } from '../../clock.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { announce } from '../../ui/announce.ts';
import { say } from '../../undo/offer-undo.tsx';
import styles from './profile.module.css';

interface PhoneCodeProps {
  code: string;
  number: string;
  expiresAt: string;
  /** The number that was linked when the code was asked for. */
  before: string | null;
  onRenew: () => void;
  onClose: () => void;
}

/** A one-time code, the number to text it to, and the wait until it arrives. */
export function PhoneCode({ code, number, expiresAt, before, onRenew, onClose }: PhoneCodeProps) {
  const left = useSecondsUntil(expiresAt);
  const [linkedBefore] = useState(before);
  // The live stream usually says it first; this also works while it is down.
  const me = useQuery(trpc.member.me.queryOptions(undefined, { refetchInterval: left > 0 ? 3_000 : false }));
  const linked = me.data?.phone && me.data.phone !== linkedBefore ? me.data.phone : null;
  useEffect(() => {
    if (!linked) return;
    announce('Your phone is linked');
    say(`Linked: ${phone(linked)} is your phone now`);
    onClose();
  }, [linked, onClose]);
  if (left <= 0) {
    return (
      <div className={styles.waiting}>
        <p>The code ran out before the text arrived.</p>
        <Button variant="default" onClick={onRenew}>
          Show a new code
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.waiting}>
      <p>
        Text this to <strong className="tabular">{phone(number)}</strong> from the phone you want to link:
      </p>
      <p className={styles.bigCode}>{code}</p>
      <div className={styles.actions}>
        <Button component="a" href={`sms:${number}?&body=${encodeURIComponent(code)}`} hiddenFrom="sm">
          Text it now
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <p className={styles.sub} role="timer">
          Waiting for your text… <span className="tabular">{clock(left)}</span> left
        </p>
      </div>
    </div>
  );
}

function useSecondsUntil(at: string): number {
  const read = () => Math.ceil((Date.parse(at) - serverNow()) / 1_000);
  const [left, setLeft] = useState(read);
  useEffect(() => {
    const tick = () => setLeft(Math.ceil((Date.parse(at) - serverNow()) / 1_000));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
