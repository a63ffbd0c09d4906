import type { Company } from '../../api.ts';

type Kind = Company['kind'];

/** What a company and a household are called. */
export const kindWords: Record<Kind, { one: string; title: string; meaning: string }> = {
  company: { one: 'company', title: 'Company', meaning: 'A business that buys, or whose people do.' },
  household: { one: 'household', title: 'Household', meaning: 'People who buy together.' },
};

/** The two to choose from. */
export const companyKinds: (readonly [Kind, string])[] = [
  ['household', 'Household'],
  ['company', 'Company'],
];

/** How many people belong to it: "1 person", "3 people". */
export function peopleCount(contacts: number): string {
  return contacts === 1 ? '1 person' : `${contacts} people`;
}
