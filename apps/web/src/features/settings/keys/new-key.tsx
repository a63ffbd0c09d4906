import { Button, Modal } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { MadeKey } from '../../../api.ts';
import settings from '../settings.module.css';
import styles from './keys.module.css';

/** A new key, for the one time it can be read, with a request to try it by. */
export function NewKey({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  const example = `curl ${window.location.origin}/trpc/deal.list \\\n  -H "Authorization: Bearer ${made.key}"`;
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={`The key for ${made.name}`}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={settings.dialog}>
        <p>Copy it now. It is not kept here, and nobody can show it again.</p>
        <Copied label="Key" text={made.key} />
        <p className={settings.note}>Try it in a terminal: it answers with the deals {made.member.name} sees.</p>
        <Copied label="Example" text={example} />
        <div className={settings.actions}>
          <Button onClick={onClose}>I have it</Button>
        </div>
      </div>
    </Modal>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const Mark = copied ? IconCheck : IconCopy;
  return (
    <div className={styles.copied}>
      <pre className={styles.secret}>
        <code>{text}</code>
      </pre>
      <Button
        variant="default"
        leftSection={<Mark size={16} stroke={1.8} aria-hidden />}
        aria-label={`${copied ? 'Copied' : 'Copy'} the ${label.toLowerCase()}`}
        onClick={() => copy(text)}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
