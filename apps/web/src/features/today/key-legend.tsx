import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import styles from './today.module.css';

const keys: (readonly [string[], string])[] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['D'], 'done'],
  [['C'], 'confirm'],
  [['S'], 'checked in'],
  [['N'], 'no-show'],
  [['R'], 'reschedule'],
  [['T'], 'tomorrow'],
  [['M'], 'left message'],
];

/** The letters of Today in one line, where there is a keyboard. */
export function KeyLegend() {
  return (
    <p className={styles.legend}>
      {keys.map(([letters, words]) => (
        <Fragment key={words}>
          <span>
            {letters.map((letter) => (
              <Kbd key={letter}>{letter}</Kbd>
            ))}{' '}
            {words}
          </span>{' '}
        </Fragment>
      ))}
    </p>
  );
}
