/** What an entry of the audit log can be about, and the subjects that belong to each. */
export const auditSubjects = {
  sign_ins: ['session'],
  people: ['member', 'invitation'],
  deals: [
    'deal',
    'contact',
    'company',
    'activity',
    'task',
    'appointment',
    'vehicle',
    'trade',
    'visit',
    'share',
    'question',
  ],
  exports: ['export', 'import'],
  keys: ['key'],
  settings: ['workspace', 'stage', 'pipeline', 'view'],
} as const;

export type AuditWhat = keyof typeof auditSubjects;

interface Named {
  subjectType: string;
  contactName: string | null;
  dealNumber: number | null;
  subjectMember: string | null;
  subjectKey: string | null;
}

/** What the subject of an entry is called: a customer, a deal, a member or a key by name, anything else by its kind. */
export function subjectLabel({ subjectType, contactName, dealNumber, subjectMember, subjectKey }: Named): string {
  return subjectMember ?? subjectKey ?? contactName ?? (dealNumber === null ? subjectType : `#${dealNumber}`);
}
