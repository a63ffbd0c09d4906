/** What the record holds for the audit log alone: nothing was changed, so histories, undo and live boards leave it out. */
export const auditOnly = { subject: 'session', procedures: ['key.use', 'export.download'] };

/** Whether an entry of the record is for the audit log alone. */
export function isAuditOnly({ subjectType, procedure }: { subjectType: string; procedure: string }): boolean {
  return subjectType === auditOnly.subject || auditOnly.procedures.includes(procedure);
}
