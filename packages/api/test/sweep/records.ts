import { makeActivity, makeContact, makeDeal, makeMember, makeShare, makeTask } from '@beback/db/test';
import { v7 as newId } from 'uuid';
import { makeToken } from '../../src/invitation/invitation.rules.ts';
import { database, type Store } from '../harness.ts';

/** Stands in every name of a record, so that an answer which holds what its reader may not see gives itself away. */
export type Mark = 'Ownmark' | 'Othermark' | 'Foreignmark';

/** Makes one record of each kind, belonging to one member of one store, each time it is asked. */
export interface Records {
  deal(): Promise<string>;
  /** A deal of theirs that is shared with somebody. */
  share(): Promise<{ dealId: string; memberId: string }>;
  contact(): Promise<string>;
  company(): Promise<string>;
  vehicle(): Promise<string>;
  trade(): Promise<string>;
  appointment(): Promise<string>;
  task(): Promise<string>;
  visit(): Promise<string>;
  /** One that is shared. */
  view(): Promise<string>;
  member(): Promise<string>;
  stage(): Promise<string>;
  change(): Promise<string>;
  question(): Promise<string>;
  key(): Promise<string>;
  doneImport(): Promise<string>;
  previewedImport(): Promise<string>;
  doneExport(): Promise<string>;
  /** One to an address that is no caller's. */
  invitation(): Promise<string>;
  /** What the mail of such an invitation holds. */
  invitationToken(): Promise<string>;
  workspace(): Promise<string>;
  /** The name of a customer, with a deal, that nobody else has. */
  customer(): Promise<string>;
}

const at = '2026-03-02T15:00:00.000Z';
let counted = 0;

/** Records that are there. A contact and a company have no deal yet; everything else hangs on one of its own. */
export function recordsOf(store: Store, memberId: string, mark: Mark): Records {
  const { owner } = database;
  const { workspaceId } = store;
  const name = (what: string) => {
    counted += 1;
    return `${mark} ${what}${inLetters(counted)}`;
  };
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = newId();
    await owner`insert into ${owner(table)} ${owner({ workspace_id: workspaceId, id, created_at: at, ...row })}`;
    return id;
  };
  const deal = async (contactName = name('Customer')) => {
    const contactId = await makeContact(owner, workspaceId, { name: contactName });
    return makeDeal(owner, store, { ownerId: memberId, contactId, title: name('Deal') });
  };
  const importRow = (status: string) => ({
    member_id: memberId,
    file_name: name('file'),
    mapping: owner.json({}),
    status,
    total_rows: 1,
    counts: owner.json({ created: 0, updated: 0, skipped: 0, refused: 0, deals: 0, kept: 0 }),
  });
  const invitation = async (tokenHash: string) =>
    insert('invitations', {
      member_id: store.members.manager,
      email: `${newId()}@people.example`,
      name: name('Guest'),
      role: 'rep',
      token_hash: tokenHash,
      sent_at: at,
      expires_at: '2026-03-09T15:00:00.000Z',
    });
  const onDeal = async (table: string, row: Record<string, unknown>) =>
    insert(table, { deal_id: (await deal()).dealId, ...row });
  return {
    deal: async () => {
      const { dealId, contactId } = await deal();
      await makeActivity(owner, workspaceId, { dealId, contactId, memberId, note: name('Note') });
      await makeTask(owner, workspaceId, { dealId, contactId, memberId, title: name('Task') });
      await insert('appointments', { deal_id: dealId, contact_id: contactId, member_id: memberId, starts_at: at });
      await insert('changes', changeRow(memberId, dealId, name('change')));
      return dealId;
    },
    share: async () => {
      const { dealId } = await deal();
      await makeShare(owner, workspaceId, dealId, store.members.readOnly);
      return { dealId, memberId: store.members.readOnly };
    },
    contact: () => makeContact(owner, workspaceId, { name: name('Person'), ownerId: memberId }),
    company: () => insert('companies', { name: name('Company'), owner_id: memberId }),
    vehicle: () => onDeal('vehicles', { make: name('Make') }),
    trade: () => onDeal('trades', { make: name('Make') }),
    appointment: () => onDeal('appointments', { starts_at: at, member_id: memberId, note: name('Note') }),
    task: () => makeTask(owner, workspaceId, { title: name('Task'), memberId }),
    visit: () => onDeal('visits', { kind: 'fresh', arrived_at: at, member_id: memberId, note: name('Note') }),
    view: () =>
      insert('views', { member_id: memberId, page: 'board', name: 'View', search: owner.json({}), shared: true }),
    member: () => makeMember(owner, workspaceId, { name: name('Member') }),
    stage: () =>
      insert('stages', {
        pipeline_id: store.pipelineId,
        name: name('Stage'),
        kind: 'open',
        position: 50,
        probability: 5,
      }),
    change: async () => insert('changes', changeRow(memberId, (await deal()).dealId, name('change'))),
    question: () =>
      insert('questions', {
        member_id: memberId,
        door: 'web',
        prompt: name('Question'),
        options: owner.json([{ choice: 1, label: 'No, leave it', plan: { command: null } }]),
        expires_at: '2026-03-02T15:10:00.000Z',
      }),
    key: () =>
      insert('api_keys', {
        name: name('Key'),
        prefix: 'bb_live_abcd',
        key_hash: newId(),
        scope: 'read',
        member_id: memberId,
        created_by: memberId,
      }),
    doneImport: () => insert('imports', importRow('done')),
    previewedImport: () => insert('imports', importRow('previewed')),
    doneExport: () =>
      insert('exports', {
        member_id: memberId,
        what: 'deals',
        format: 'csv',
        status: 'done',
        content: Buffer.from(mark),
      }),
    invitation: () => invitation(newId()),
    invitationToken: async () => {
      const { token, tokenHash } = makeToken();
      await invitation(tokenHash);
      return token;
    },
    workspace: () => Promise.resolve(workspaceId),
    customer: async () => {
      counted += 1;
      const customer = `Zed${inLetters(counted)} ${mark}`;
      await deal(customer);
      return customer;
    },
  };
}

/** A number as people's names have none: 27 is "bb". */
function inLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : inLetters(Math.floor(number / 26)) + last;
}

/** Records that are nowhere. */
export const nothing: Records = {
  deal: async () => newId(),
  share: async () => ({ dealId: newId(), memberId: newId() }),
  contact: async () => newId(),
  company: async () => newId(),
  vehicle: async () => newId(),
  trade: async () => newId(),
  appointment: async () => newId(),
  task: async () => newId(),
  visit: async () => newId(),
  view: async () => newId(),
  member: async () => newId(),
  stage: async () => newId(),
  change: async () => newId(),
  question: async () => newId(),
  key: async () => newId(),
  doneImport: async () => newId(),
  previewedImport: async () => newId(),
  doneExport: async () => newId(),
  invitation: async () => newId(),
  invitationToken: async () => newId(),
  workspace: async () => newId(),
  customer: async () => 'Qqqqq Xxxxx',
};

/** A change that set a deal's source to what it was: taking it back does no harm. */
function changeRow(memberId: string, dealId: string, summary: string) {
  counted += 1;
  const image = (row: Record<string, null>) => [{ table: 'deals', id: dealId, version: 1, row }];
  return {
    seq: 1_000_000 + counted,
    member_id: memberId,
    door: 'web',
    procedure: 'deal.update',
    subject_type: 'deal',
    subject_id: dealId,
    deal_id: dealId,
    summary,
    before: database.owner.json(image({ source: null })),
    after: database.owner.json(image({ source: null })),
  };
}
