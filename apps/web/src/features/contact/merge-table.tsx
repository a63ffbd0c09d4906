import { Link } from '@tanstack/react-router';
import type { Contact } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { When } from '../../ui/when.tsx';
import { type Part, parts, type Side } from './merge-choice.rules.ts';
import styles from './merge-page.module.css';
import { usePartText } from './use-part-text.ts';

const partWords: Record<Part, string> = {
  name: 'Name',
  company: 'Company or household',
  address: 'Address',
  source: 'Source',
  note: 'Note',
  owner: 'Rep',
};

interface MergeTableProps {
  keep: Contact;
  merge: Contact;
  sides: Record<Part, Side>;
  onChoose: (part: Part, side: Side) => void;
}

/** What differs, side by side; what is the same, or nowhere, needs no choice. */
export function MergeTable({ keep, merge, sides, onChoose }: MergeTableProps) {
  const textOf = usePartText();
  const rows = parts.map((part) => ({ part, keep: textOf(keep, part), merge: textOf(merge, part) }));
  const differing = rows.filter((row) => row.keep !== row.merge);
  const same = rows.filter((row) => row.keep === row.merge && row.keep !== '');
  return (
    <div className={styles.parts}>
      <div className={styles.heads}>
        <Head contact={keep} says="Stays" />
        <Head contact={merge} says="Goes into it" />
      </div>
      {differing.map((row) => (
        <fieldset key={row.part} className={styles.part}>
          <legend className={styles.legend}>{partWords[row.part]}</legend>
          {(['keep', 'merge'] as const).map((side) => (
            <label key={side} className={styles.side}>
              <input
                type="radio"
                name={row.part}
                checked={sides[row.part] === side}
                onChange={() => onChoose(row.part, side)}
              />
              <span className={styles.text} data-empty={row[side] === '' || undefined}>
                {row[side] || (row.part === 'owner' ? 'Nobody' : 'Nothing')}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {same.length > 0 ? (
        <p className={styles.same}>
          The same on both: {same.map((row) => `${partWords[row.part].toLowerCase()} (${row.keep})`).join(', ')}
        </p>
      ) : null}
    </div>
  );
}

function Head({ contact, says }: { contact: Contact; says: string }) {
  const { name, phones, emails, openDeals, createdAt } = contact;
  const reach = phones[0] ? phone(phones[0].phone) : emails[0];
  return (
    <div className={styles.head}>
      <span className={styles.says}>{says}</span>
      <Link to="/contacts/$contact" params={{ contact: contact.contactId }} className={styles.name}>
        {name}
      </Link>
      <span className={styles.same}>
        {reach ? `${reach}, ` : ''}
        {openDeals === 1 ? '1 open deal' : `${openDeals} open deals`}, here since <When at={createdAt} />
      </span>
    </div>
  );
}
