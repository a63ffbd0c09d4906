import {
  IconApi,
  IconBrandSlack,
  IconClockPlay,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconSparkles,
} from '@tabler/icons-react';

const doors = {
  web: { icon: IconDeviceDesktop, label: 'on the web' },
  slack: { icon: IconBrandSlack, label: 'in Slack' },
  sms: { icon: IconDeviceMobile, label: 'by text' },
  api: { icon: IconApi, label: 'through the API' },
  job: { icon: IconClockPlay, label: 'by itself' },
  assistant: { icon: IconSparkles, label: 'through an assistant' },
};

/** The door something came through, as a small mark with its name on hover. */
export function DoorMark({ door, size = 14 }: { door: string; size?: number }) {
  const { icon: Mark, label } = doors[door as keyof typeof doors] ?? doors.web;
  return (
    <span role="img" aria-label={label} title={label} style={{ display: 'inline-flex', flex: 'none' }}>
      <Mark size={size} stroke={1.8} aria-hidden />
    </span>
  );
}
