import { Button } from '@mantine/core';
import { IconDeviceMobileOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';

/** What /demo says where there is no demo dealership. */
export function DemoOff() {
  return (
    <main>
      <Page title="Beback">
        <Empty
          icon={IconDeviceMobileOff}
          title="There is no demo here: this is a real dealership."
          action={
            <Button component={Link} to="/">
              Go to Today
            </Button>
          }
        />
      </Page>
    </main>
  );
}
