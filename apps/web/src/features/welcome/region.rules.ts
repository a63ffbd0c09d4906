/** Currencies with hundredths, the likely ones first; money is kept in cents. */
export const currencies = [
  'USD',
  'CAD',
  'MXN',
  'EUR',
  'GBP',
  'AUD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'RON',
  'BRL',
  'ZAR',
  'AED',
] as const;

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK';
const byRegion: Record<string, string> = {
  US: 'USD',
  CA: 'CAD',
  MX: 'MXN',
  GB: 'GBP',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  LI: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  RO: 'RON',
  BR: 'BRL',
  ZA: 'ZAR',
  AE: 'AED',
  ...Object.fromEntries(euro.split(' ').map((region) => [region, 'EUR'])),
};

/** The currency people with these languages ("en-CA", "fr") most likely sell in; dollars when they give no hint. */
export function guessCurrency(languages: readonly string[]): string {
  for (const language of languages) {
    const currency = byRegion[regionOf(language) ?? ''];
    if (currency) return currency;
  }
  return 'USD';
}

/** The region a language tag names, or else the one where that language is mostly spoken. */
function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}
