/** A record somebody opened, with as much as it takes to show it again. */
export interface Recent {
  kind: 'deal' | 'contact' | 'company';
  id: string;
  name: string;
  detail: string;
}

const most = 6;

/** What this member opened in this tab, latest first. Names stay in the tab: a desk's computer has many users. */
export function recentOf(memberId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(memberId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts a record at the top of what was opened. */
export function rememberOpened(memberId: string, opened: Recent): void {
  const others = recentOf(memberId).filter(({ id }) => id !== opened.id);
  sessionStorage.setItem(keyOf(memberId), JSON.stringify([opened, ...others].slice(0, most)));
}

const keyOf = (memberId: string) => `beback-recent-${memberId}`;

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && 'name' in value;
}
