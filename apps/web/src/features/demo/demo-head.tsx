import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './demo-page.module.css';

/** What this is, and the way into the app. */
export function DemoHead() {
  return (
    <header className={styles.head}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <h1>Beback</h1>
      <p className="clip">The sales pipeline of a dealership, live: by text, in Slack, in the browser.</p>
      <Button component={Link} to="/" variant="default" rightSection={<IconArrowRight size={16} />}>
        Open the app
      </Button>
    </header>
  );
}
