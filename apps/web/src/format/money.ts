const formats = new Map<string, Intl.NumberFormat>();

/** Whole money without cents ("$52,000"), odd money with them ("$412.50"). */
export function money(cents: number, currency: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return format(currency, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cents / 100);
}

/** Money short enough for a column head: "$1.24M", "$845K", "$900". */
export function shortMoney(cents: number, currency: string): string {
  return format(currency, { notation: 'compact', maximumSignificantDigits: 3 }).format(cents / 100);
}

/** What a person typed as money, in cents; null when it is not an amount. "52k" is 52,000. */
export function parseMoney(text: string): number | null {
  const match = /^[^\d-]*(-?[\d,\s]*\.?\d+)\s*(k?)\s*$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const amount = Number(match[1].replace(/[,\s]/g, ''));
  return Number.isFinite(amount) ? Math.round(amount * (match[2] ? 1000 : 1) * 100) : null;
}

function format(currency: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${currency}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency, ...options });
  formats.set(key, known);
  return known;
}
