interface Money {
  cents: number;
  currency: string | null;
}

const symbols: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  MX$: 'MXN',
};
const maxCents = 10_000_000_000;

/**
 * Takes an amount as people and exports write it ("$32,500", "32.500,00 €", "32k", "USD 32 500") and gives whole cents,
 * with the currency when it is named. Null when it cannot be read, is negative, or is above 100 million.
 */
export function readMoney(text: string): Money | null {
  const match = /^(\D*?)([\d.,'’\s]*\d[.,]?-?)\s*(k|m|mio|thousand)?\s*(\D*)$/iu.exec(
    text.trim().replace(/[\u00a0\u202f]/g, ' '),
  );
  if (!match) return null;
  const [, before = '', digits = '', unit = '', after = ''] = match;
  const currency = currencyOf(before, after);
  const amount = Number(plainNumber(digits.replace(/[\s'’]|[.,]?-$|[.,]$/g, '')));
  const cents = Math.round(amount * multiple(unit) * 100);
  if (currency === undefined || !Number.isFinite(amount) || cents > maxCents) return null;
  return { cents, currency };
}

// A separator that comes last and is not followed by exactly three digits separates the cents.
function plainNumber(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return digits;
  const mark = digits.charAt(last);
  const whole = digits.slice(0, last);
  const both = whole.includes(mark === '.' ? ',' : '.');
  const groups = digits.length - last - 1 === 3 && !/^0?$/.test(whole) && !both;
  if (groups || whole.includes(mark))
    return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : 'unreadable';
  return `${whole.replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
}

function multiple(unit: string): number {
  if (/^(k|thousand)$/i.test(unit)) return 1000;
  return unit === '' ? 1 : 1_000_000;
}

// undefined: something other than a currency stands beside the number, so it is not an amount.
function currencyOf(before: string, after: string): string | null | undefined {
  const name = `${before.trim()} ${after.trim()}`.trim().toUpperCase();
  if (name === '') return null;
  if (/^[A-Z]{3}$/.test(name)) return name;
  if (/^(DOLLARS?|USD \$|\$ USD)$/.test(name)) return 'USD';
  return /^EUROS?$/.test(name) ? 'EUR' : symbols[name];
}
