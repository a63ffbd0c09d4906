import { IconBuilding, IconCar, IconHistory, IconUser, IconUserCircle } from '@tabler/icons-react';
import type { NavigateOptions } from '@tanstack/react-router';
import type { Company, ContactHit, DealCard, Member } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import type { PaletteRow, Subject } from './palette.types.ts';
import type { Recent } from './recent.ts';

type Found = PaletteRow & { about?: Subject; opened?: Recent };

interface Findings {
  contacts: readonly ContactHit[];
  deals: readonly DealCard[];
  companies: readonly Pick<Company, 'companyId' | 'name' | 'phone'>[];
}

/** The records a search found: customers first, then deals they did not already stand for, then companies. */
export function recordRows({ contacts, deals, companies }: Findings, onPhone: boolean): Found[] {
  const known = new Set(contacts.map(({ dealId }) => dealId));
  return [
    ...contacts.map((hit) => contactRow(hit, onPhone)),
    ...deals.filter(({ dealId }) => !known.has(dealId)).map((deal) => dealRow(deal, onPhone)),
    ...companies.map(companyRow),
  ];
}

/** A customer leads to the open deal; without one, to themselves. */
function contactRow(hit: ContactHit, onPhone: boolean): Found {
  const { contactId, dealId, name } = hit;
  const reach = hit.phone ? phone(hit.phone) : (hit.email ?? '');
  const detail = [hit.dealNumber ? `#${hit.dealNumber}` : null, reach].filter(Boolean).join(' · ');
  const opened: Recent = dealId
    ? { kind: 'deal', id: dealId, name, detail: `#${hit.dealNumber}` }
    : { kind: 'contact', id: contactId, name, detail: reach };
  const about: Subject = { name, contactId, ...(dealId ? { dealId } : {}) };
  return { ...row(opened, 'Customers and deals', onPhone), key: contactId, detail, icon: IconUser, about };
}

function dealRow(deal: DealCard, onPhone: boolean): Found {
  const { dealId, number, contactId, contactName, vehicle } = deal;
  const detail = [`#${number}`, vehicle].filter(Boolean).join(' · ');
  const opened: Recent = { kind: 'deal', id: dealId, name: contactName, detail };
  return { ...row(opened, 'Customers and deals', onPhone), about: { name: contactName, contactId, dealId } };
}

function companyRow({ companyId, name, phone: number }: Findings['companies'][number]): Found {
  const opened: Recent = { kind: 'company', id: companyId, name, detail: number ? phone(number) : '' };
  return row(opened, 'Companies', false);
}

/** What was opened before, to be opened again. */
export function recentRow(opened: Recent, onPhone: boolean): Found {
  return { ...row(opened, 'Recent', onPhone), key: `recent-${opened.id}`, icon: IconHistory };
}

/** Colleagues; each leads to the cards that are theirs. */
export function memberRows(members: Iterable<Member>): PaletteRow[] {
  return [...members]
    .filter(({ active }) => active)
    .map(({ memberId, name }) => ({
      key: memberId,
      group: 'Members',
      label: name,
      detail: 'Their board',
      icon: IconUserCircle,
      act: { open: { to: '/board', search: { owner: memberId } } as NavigateOptions },
    }));
}

function row(opened: Recent, group: string, onPhone: boolean): Found {
  const { kind, id, name, detail } = opened;
  return {
    key: id,
    group,
    label: name,
    detail,
    icon: icons[kind],
    act: { open: addressOf(kind, id, onPhone) },
    opened,
  };
}

const icons = { deal: IconCar, contact: IconUser, company: IconBuilding };

function addressOf(kind: Recent['kind'], id: string, onPhone: boolean): NavigateOptions {
  if (kind === 'contact') return { to: '/contacts/$contact', params: { contact: id } };
  if (kind === 'company') return { to: '/companies/$company', params: { company: id } };
  return { to: onPhone ? '/deals/$deal' : '/board/$deal', params: { deal: id } };
}
