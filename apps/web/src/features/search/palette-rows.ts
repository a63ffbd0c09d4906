import { type Icon, IconAddressBook, IconUser } from '@tabler/icons-react';
import type { ContactHit } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { destinations } from '../../shell/destinations.ts';

type Target =
  | { to: '/board/$deal' | '/deals/$deal'; params: { deal: string } }
  | { to: '/contacts/$contact'; params: { contact: string } }
  | { to: string };

/** One line of the palette and where it leads. */
export interface PaletteRow {
  key: string;
  label: string;
  detail: string;
  icon: Icon;
  target: Target;
}

const screens: { to: string; label: string; icon: Icon }[] = [
  ...destinations,
  { to: '/import', label: 'Import customers', icon: IconAddressBook },
  { to: '/companies', label: 'Companies', icon: IconAddressBook },
];

/** The screens whose name fits what was typed, then the customers that were found; a customer leads to the open deal. */
export function findRows(text: string, hits: readonly ContactHit[], onPhone: boolean): PaletteRow[] {
  const typed = text.trim().toLowerCase();
  const fitting = screens.filter(({ label }) => label.toLowerCase().includes(typed));
  const people = hits.map((hit) => personRow(hit, onPhone));
  const places = fitting.map(({ to, label, icon }) => ({ key: to, label, detail: 'Screen', icon, target: { to } }));
  return [...people, ...places];
}

function personRow(hit: ContactHit, onPhone: boolean): PaletteRow {
  const reach = hit.phone ? phone(hit.phone) : (hit.email ?? '');
  const target: Target = hit.dealId
    ? { to: onPhone ? '/deals/$deal' : '/board/$deal', params: { deal: hit.dealId } }
    : { to: '/contacts/$contact', params: { contact: hit.contactId } };
  const detail = hit.dealNumber ? `Deal ${hit.dealNumber} · ${reach}` : reach;
  return { key: hit.contactId, label: hit.name, detail, icon: IconUser, target };
}
