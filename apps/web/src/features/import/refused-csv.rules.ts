/** Refused rows as a CSV file that a spreadsheet opens without taking a cell for a formula. */
export function refusedCsv(rows: readonly { line: number; reason: string }[]): string {
  const lines = rows.map(({ line, reason }) => `${line},${cell(reason)}`);
  return `\ufeff${['Line,Reason', ...lines].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
