import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** Text as a QR code, drawn here: nobody else's server sees a secret. Dark on light in both schemes, as cameras like it. */
export function QrCode({ text, label, size = 180 }: { text: string; label: string; size?: number }) {
  const { path, edge } = useMemo(() => draw(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
    >
      <rect width={edge} height={edge} rx={1.5} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { path: string; edge: number } {
  const rows = encodeQR(text, 'raw', { border: 3 });
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { path: squares.join(''), edge: rows.length };
}
