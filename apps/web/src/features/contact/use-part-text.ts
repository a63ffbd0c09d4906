import type { Contact } from '../../api.ts';
import { useMembers } from '../member/use-members.ts';
import { type Part, partText } from './merge-choice.rules.ts';

/** Tells what a part of a customer reads like, with reps by their names. */
export function usePartText(): (contact: Contact, part: Part) => string {
  const members = useMembers();
  return (contact, part) => partText(contact, part, (memberId) => members.get(memberId)?.name ?? 'a former member');
}
