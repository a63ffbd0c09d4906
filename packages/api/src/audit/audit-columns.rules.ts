import type { Column } from '../export/customer-columns.rules.ts';

/** An entry of the audit log as exports write one. */
interface AuditEntry {
  seq: number;
  at: string;
  memberName: string | null;
  door: string;
  address: string | null;
  keyName: string | null;
  procedure: string;
  summary: string;
  subject: { type: string; label: string };
}

export const auditColumns: readonly Column<AuditEntry>[] = [
  { header: 'Number', cell: ({ seq }) => seq },
  { header: 'Time', cell: ({ at }) => at },
  { header: 'Who', cell: ({ memberName }) => memberName },
  { header: 'What', cell: ({ summary }) => summary },
  { header: 'About', cell: ({ subject }) => subject.label },
  { header: 'Kind', cell: ({ subject }) => subject.type },
  { header: 'Door', cell: ({ door }) => door },
  { header: 'Address', cell: ({ address }) => address },
  { header: 'Key', cell: ({ keyName }) => keyName },
  { header: 'Call', cell: ({ procedure }) => procedure },
];
