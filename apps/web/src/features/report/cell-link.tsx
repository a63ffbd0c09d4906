import { Link } from '@tanstack/react-router';
import { type CSSProperties, createContext, type ReactNode, use } from 'react';
import { writeCell } from './cell-address.ts';
import type { Cell, Days } from './report.types.ts';

interface Within {
  days: Days;
  memberId?: string;
  source?: string;
}

/** The days and the filters that every number on the page is counted within. */
export const ReportContext = createContext<Within | null>(null);

type About = Pick<Cell, 'kind' | 'key'> & Partial<Pick<Cell, 'memberId' | 'source' | 'from' | 'to'>>;

interface CellLinkProps {
  cell: About;
  className?: string | undefined;
  style?: CSSProperties;
  label?: string;
  title?: string;
  children?: ReactNode;
}

/** A number or a mark that opens exactly the deals it counts. */
export function CellLink({ cell, className, style, label, title, children }: CellLinkProps) {
  const within = use(ReportContext);
  if (!within) return <span className={className}>{children}</span>;
  const { days, memberId, source } = within;
  const report = writeCell({
    ...days,
    ...(memberId ? { memberId } : {}),
    ...(source === undefined ? {} : { source }),
    ...cell,
  });
  return (
    <Link
      to="/deals"
      search={{ report }}
      className={className}
      style={style}
      aria-label={label}
      title={title}
      data-cell={cell.kind}
    >
      {children}
    </Link>
  );
}
