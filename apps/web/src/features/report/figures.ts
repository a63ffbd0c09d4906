const percents = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
const halves = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A part of a whole; a dash where there is no whole. */
export function percent(part: number | null): string {
  return part === null ? '–' : percents.format(part);
}

/** Units, of which there are halves. */
export function count(value: number): string {
  return halves.format(value);
}

/** A wait as one says it: "40 s", "13 min", "2 h 5 min", "3 d". */
export function wait(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 1_440) return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
  return `${halves.format(minutes / 1_440)} d`;
}

/** How much more or less than before, with its sign. */
export function change(now: number, before: number, write: (value: number) => string): string {
  const more = now - before;
  return more === 0 ? 'the same' : `${more > 0 ? '+' : '−'}${write(Math.abs(more))}`;
}

/** A round number to end an axis at, whose half is round as well. */
export function axisEnd(most: number): number {
  if (most <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(most));
  const factors = power === 1 ? [2, 4, 6, 8, 10] : [1, 2, 3, 4, 5, 6, 8, 10];
  return (factors.find((factor) => factor * power >= most) ?? 10) * power;
}
