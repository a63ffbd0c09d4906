import type { Tx } from '@beback/db';
import { appointments, contacts, deals } from '@beback/db/schema';
import { asc, eq, sql } from 'drizzle-orm';
import { selectAppointments, toAppointment } from '../appointment/appointments.ts';
import { selectContacts, toContact } from '../contact/read-contacts.ts';
import { notFound } from '../errors.ts';
import { listTrades, toTrade } from '../trade/trades.ts';
import { listVehicles, toVehicle } from '../vehicle/vehicles.ts';
import { readCards } from './cards.ts';
import { readChanceSetBy } from './chance.ts';
import { getDeal } from './deals.ts';
import { listShares, listViewers } from './shares.ts';

const mostAppointments = 200;

/** Everything a deal's page shows but its timeline, in one round trip; throws NOT_FOUND. */
export async function readDealPage(tx: Tx, dealId: string) {
  const { workspaceId } = tx.scope;
  const itsContact = sql`${contacts.id} = (select d.contact_id from deals d where d.workspace_id = ${workspaceId} and d.id = ${dealId})`;
  const [deal, { cards }, [contact], vehicles, trades, booked, visibleTo, shares] = await Promise.all([
    getDeal(tx, dealId),
    readCards(tx, { where: eq(deals.id, dealId), orderBy: [asc(deals.id)], limit: 1 }),
    selectContacts(tx, itsContact),
    listVehicles(tx, dealId),
    listTrades(tx, dealId),
    selectAppointments(tx, eq(appointments.dealId, dealId))
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(mostAppointments),
    listViewers(tx, dealId),
    listShares(tx, dealId),
  ]);
  const [card] = cards;
  if (!card || !contact) throw notFound('deal');
  const { probabilityOverride, lostReason, lostNote, soldOn, deliveredOn, frontGrossCents, backGrossCents } = deal;
  return {
    ...card,
    note: null,
    probabilityOverride,
    probabilitySetBy: probabilityOverride === null ? null : await readChanceSetBy(tx, dealId),
    lostReason,
    lostNote,
    soldOn,
    deliveredOn,
    frontGrossCents,
    backGrossCents,
    contact: toContact(contact),
    vehicles: vehicles.map(toVehicle),
    trades: trades.map(toTrade),
    appointments: booked.map(toAppointment),
    shares,
    visibleTo,
    seenByFloor: true as const,
  };
}
