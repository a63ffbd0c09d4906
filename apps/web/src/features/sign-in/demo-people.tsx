import { Loader } from '@mantine/core';
import type { SignInConfig } from '../../api.ts';
import { initialsOf } from '../../format/initials.ts';
import { Initials } from '../../ui/initials.tsx';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

/** The demo dealership's people, one click each. */
export function DemoPeople({ people, signIn }: { people: SignInConfig['demoPeople']; signIn: SignIn }) {
  const { asDemoPerson } = signIn;
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people" className={styles.heading}>
        Or be somebody at the demo dealership
      </h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              className={styles.person}
              disabled={asDemoPerson.isPending}
              onClick={() => asDemoPerson.mutate(person.email)}
            >
              <Initials initials={initialsOf(person.name)} size={28} />
              <span className="clip">{person.name}</span>
              <span className={`${styles.sub} clip`}>
                {person.role.replace('_', ' ')}, {person.workspace}
              </span>
              {asDemoPerson.isPending && asDemoPerson.variables === person.email ? (
                <Loader size={14} color="gray" />
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
