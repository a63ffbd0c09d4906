import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/section.tsx';
import { OwnerNames } from '../member/owner-names.tsx';

interface NotYoursProps {
  title: string;
  sentence: string;
  /** What they can do instead. */
  children?: ReactNode;
}

/** Stands where somebody's role ends: whose this is, and what they can do. */
export function NotYours({ title, sentence, children }: NotYoursProps) {
  return (
    <Section title={title}>
      <Empty
        icon={IconLock}
        title={sentence}
        text={
          <>
            {children} Ask <OwnerNames /> if you need more.
          </>
        }
      />
    </Section>
  );
}
