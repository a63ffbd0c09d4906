import { parseMoney } from '../format/money.ts';

/** A text field's value without the spaces around it, or null when nothing was typed. */
export function textField(fields: FormData, name: string): string | null {
  const value = fields.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A whole number, or null when nothing sensible was typed. */
export function numberField(fields: FormData, name: string): number | null {
  const value = Number((textField(fields, name) ?? '').replace(/[,\s]/g, ''));
  return textField(fields, name) !== null && Number.isInteger(value) ? value : null;
}

/** An amount of money in cents, or null when nothing sensible was typed. */
export function moneyField(fields: FormData, name: string): number | null {
  return parseMoney(textField(fields, name) ?? '');
}
