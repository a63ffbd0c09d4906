import { Button } from '@mantine/core';
import { IconRoadOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';

/** What an address that leads nowhere shows. */
export function RouteNotFound() {
  return (
    <Page title="There is nothing at this address" width="text">
      <Empty
        icon={IconRoadOff}
        title="It may have been archived, or the link was cut short."
        action={
          <Button variant="default" component={Link} to="/">
            Go to Today
          </Button>
        }
      />
    </Page>
  );
}
