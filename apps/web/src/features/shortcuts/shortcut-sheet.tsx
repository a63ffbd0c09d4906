import { Kbd, Modal } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { shortcutGroups } from './all-shortcuts.ts';
import { namedKey } from './named-key.ts';
import styles from './shortcut-sheet.module.css';

/** Every key on one sheet; those of the page one stands on come first. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const here = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <Modal opened onClose={onClose} title="Keyboard" size={860} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.sheet}>
        {shortcutGroups(here).map(({ title, shortcuts }) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, words }) => (
                <div key={keys} className={styles.line}>
                  <dt>{words}</dt>
                  <dd className={styles.keys}>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Keys({ keys }: { keys: string }) {
  return keys
    .split(' ')
    .map((part, at) =>
      part === 'then' || part === 'or' ? (
        <span key={`${part}${at}`}>{part}</span>
      ) : (
        <Kbd key={`${part}${at}`}>{namedKey(part)}</Kbd>
      ),
    );
}
