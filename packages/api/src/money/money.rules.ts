/** "$52,000" or "$52,000.50": an amount in cents as people write it. */
export function showMoney(cents: number, currency: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const format = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat('en-US', format).format(cents / 100);
}
