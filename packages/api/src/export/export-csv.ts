import type { Tx } from '@beback/db';
import { auditColumns } from '../audit/audit-columns.rules.ts';
import { type Column, customerColumns } from './customer-columns.rules.ts';
import { dealColumns, type ExportedDeal, withDeal } from './deal-columns.rules.ts';
import { inPages, type Reading } from './export-pages.ts';
import {
  type CustomerRow,
  readCustomers,
  readCustomersById,
  readDeals,
  readDealsOf,
  readEntries,
} from './export-rows.ts';
import type { ExportWhat } from './exports.ts';
import { toCsv, toCsvLines } from './to-csv.rules.ts';

/** A piece of a file that is being written, and how many rows are in it. */
export interface Piece {
  text: string;
  rows: number;
}

/** A customer, with one of their deals where there is any. */
interface Sale {
  customer: CustomerRow;
  deal: ExportedDeal | null;
}

const saleColumns: readonly Column<Sale>[] = [
  ...customerColumns.map(({ header, cell }) => ({
    header,
    cell: (sale: Sale) => cell(withDeal(sale.customer, sale.deal)),
  })),
  ...dealColumns.map(({ header, cell }) => ({ header, cell: (sale: Sale) => cell(sale.deal) })),
];

/** The file piece by piece: customers; deals with their customer; every customer with every deal; or the audit log. */
export function csvPieces(reading: Reading, what: ExportWhat): AsyncGenerator<Piece> {
  if (what === 'contacts') return lines(inPages(reading, readCustomers), customerColumns, (customer) => [customer]);
  if (what === 'audit') return lines(inPages(reading, readEntries), auditColumns, (entry) => [entry]);
  const pages = inPages(reading, what === 'deals' ? salesByDeal : salesByCustomer);
  return lines(pages, saleColumns, ({ sales }) => sales);
}

async function* lines<Unit, Row>(
  pages: AsyncGenerator<Unit[]>,
  columns: readonly Column<Row>[],
  rowsOf: (unit: Unit) => Row[],
): AsyncGenerator<Piece> {
  const headers = columns.map(({ header }) => header);
  yield { text: toCsv(headers, []), rows: 0 };
  for await (const page of pages) {
    const cells = page.flatMap(rowsOf).map((row) => columns.map(({ cell }) => cell(row)));
    yield { text: toCsvLines(cells), rows: cells.length };
  }
}

interface Sales {
  id: string;
  sales: Sale[];
}

async function salesByDeal(tx: Tx, after: string | null, limit: number): Promise<Sales[]> {
  const deals = await readDeals(tx, after, limit);
  const customers = await readCustomersById(tx, [...new Set(deals.map(({ contactId }) => contactId))]);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return deals.map((deal) => {
    const customer = byId.get(deal.contactId);
    return { id: deal.id, sales: customer ? [{ customer, deal }] : [] };
  });
}

async function salesByCustomer(tx: Tx, after: string | null, limit: number): Promise<Sales[]> {
  const customers = await readCustomers(tx, after, limit);
  const deals = await readDealsOf(
    tx,
    customers.map(({ id }) => id),
  );
  const byCustomer = Map.groupBy(deals, ({ contactId }) => contactId);
  return customers.map((customer) => ({
    id: customer.id,
    sales: (byCustomer.get(customer.id) ?? [null]).map((deal) => ({ customer, deal })),
  }));
}
