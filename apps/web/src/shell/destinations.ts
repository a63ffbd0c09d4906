import {
  IconAddressBook,
  IconCar,
  IconChartHistogram,
  IconClipboardList,
  IconLayoutKanban,
  IconSettings,
  IconSunHigh,
} from '@tabler/icons-react';

/** The places of the app, in the order of a working day. */
export const destinations = [
  { to: '/', label: 'Today', icon: IconSunHigh },
  { to: '/desk-log', label: 'Desk log', icon: IconClipboardList },
  { to: '/board', label: 'Board', icon: IconLayoutKanban },
  { to: '/deals', label: 'Deals', icon: IconCar },
  { to: '/contacts', label: 'Contacts', icon: IconAddressBook },
  { to: '/reports', label: 'Reports', icon: IconChartHistogram },
  { to: '/settings', label: 'Settings', icon: IconSettings },
] as const;
