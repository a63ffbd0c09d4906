-- Extensions for search. Both are trusted: the owner of a database may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
--> statement-breakpoint
create schema if not exists app;
revoke all on schema app from public;
--> statement-breakpoint
-- The first statement of every tenant transaction. `set local` through execute, unlike set_config, also reaches the
-- nodes of a distributed database.
create function app.enter(workspace uuid, member uuid, sees text) returns void language plpgsql as $$
begin
  if workspace is null or sees is null or sees not in ('own', 'floor') then
    raise exception 'app.enter needs a workspace and "own" or "floor"' using errcode = '22023';
  end if;
  execute format('set local app.workspace_id = %L', workspace);
  execute format('set local app.member_id = %L', coalesce(member::text, ''));
  execute format('set local app.sees = %L', sees);
  set local statement_timeout = '20s';
  set local idle_in_transaction_session_timeout = '30s';
end $$;
--> statement-breakpoint
-- Lower case, no accents, punctuation as spaces: how names are compared.
create function app.search_key(value text) returns text language plpgsql stable parallel safe
  set search_path = public, pg_temp as $$
begin
  return trim(regexp_replace(lower(unaccent(value)), '[^[:alnum:]@.+]+', ' ', 'g'));
end $$;
--> statement-breakpoint
create function app.contact_search_text(c public.contacts) returns text language plpgsql stable as $$
declare
  digits text;
begin
  select coalesce(string_agg(substr(p ->> 'phone', 2), ' '), '') into digits from jsonb_array_elements(c.phones) p;
  return concat_ws(' ',
    app.search_key(c.name),
    -- "O'Brien" is found as "obrien" and as "o brien"
    nullif(app.search_key(regexp_replace(c.name, '[''’`´.-]', '', 'g')), app.search_key(c.name)),
    lower(array_to_string(c.emails, ' ')),
    digits);
end $$;
--> statement-breakpoint
-- Who may see a deal: its owner and those it was shared with.
create function app.deal_viewers(workspace uuid, deal uuid, owner uuid) returns uuid[] language plpgsql stable as $$
declare
  viewers uuid[];
begin
  select coalesce(array_agg(s.member_id), '{}') into viewers
    from deal_shares s where s.workspace_id = workspace and s.deal_id = deal and s.member_id is distinct from owner;
  return array_remove(array_prepend(owner, viewers), null);
end $$;
--> statement-breakpoint
-- What decides who sees a row is read after the row is locked: of two that rewrite it at once, the second sees what the
-- first has written.
create function app.refresh_company(workspace uuid, company uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform 1 from companies c where c.workspace_id = workspace and c.id = company for no key update;
  update companies c set visible_to = coalesce((
      select array_agg(distinct v) from contacts k, unnest(k.visible_to) v
      where k.workspace_id = workspace and k.company_id = company and k.archived_at is null), '{}')
      || coalesce(array_remove(array[c.owner_id], null), '{}')
    where c.workspace_id = workspace and c.id = company;
end $$;
--> statement-breakpoint
-- Who still sees a change when the viewers of its subject go from `previous` to `now`: a maker who saw it for having made it,
-- and not as one of them, keeps it.
create function app.change_viewers(maker uuid, seen uuid[], previous uuid[], now uuid[]) returns uuid[] language plpgsql
  immutable as $$
begin
  if maker = any (seen) and not maker = any (previous) and not maker = any (now) then
    return array_append(now, maker);
  end if;
  return now;
end $$;
--> statement-breakpoint
-- A contact is visible to who brought it in and to everybody who sees one of its deals.
create function app.refresh_contact(workspace uuid, contact uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  viewers uuid[];
  previous uuid[];
begin
  select c.visible_to into previous from contacts c
    where c.workspace_id = workspace and c.id = contact for no key update;
  select coalesce(array_agg(distinct v), '{}') into viewers from (
    select unnest(d.visible_to) v from deals d
      where d.workspace_id = workspace and d.contact_id = contact and d.archived_at is null
    union select c.owner_id from contacts c where c.workspace_id = workspace and c.id = contact and c.owner_id is not null
  ) seen;
  update contacts c set visible_to = viewers
    where c.workspace_id = workspace and c.id = contact and not (c.visible_to @> viewers and c.visible_to <@ viewers);
  if found then
    update activities set visible_to = viewers where workspace_id = workspace and contact_id = contact and deal_id is null;
    update tasks set visible_to = array_remove(array_append(viewers, member_id), null)
      where workspace_id = workspace and contact_id = contact and deal_id is null;
    update appointments set visible_to = viewers where workspace_id = workspace and contact_id = contact and deal_id is null;
    update changes set visible_to = app.change_viewers(member_id, visible_to, previous, viewers)
      where workspace_id = workspace and contact_id = contact and deal_id is null;
  end if;
end $$;
--> statement-breakpoint
-- Rewrites who may see a deal and everything that hangs on it, after its owner, contact or shares changed.
create function app.refresh_deal(workspace uuid, deal uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  viewers uuid[];
  previous uuid[];
  contact uuid;
begin
  select d.visible_to into previous from deals d where d.workspace_id = workspace and d.id = deal for no key update;
  select app.deal_viewers(workspace, deal, d.owner_id), d.contact_id into viewers, contact
    from deals d where d.workspace_id = workspace and d.id = deal;
  update deals set visible_to = viewers where workspace_id = workspace and id = deal;
  update vehicles set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update trades set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update stage_transitions set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update activities set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update tasks set visible_to = array_remove(array_append(viewers, member_id), null)
    where workspace_id = workspace and deal_id = deal;
  update appointments set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update deal_shares set visible_to = viewers where workspace_id = workspace and deal_id = deal;
  update changes set visible_to = app.change_viewers(member_id, visible_to, previous, viewers)
    where workspace_id = workspace and deal_id = deal;
  perform app.refresh_contact(workspace, contact);
end $$;
--> statement-breakpoint
create function app.contact_before() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.visible_to := array_remove(array[new.owner_id], null);
  end if;
  new.search_text := app.contact_search_text(new);
  return new;
end $$;
create trigger contact_before before insert or update of name, phones, emails on contacts
  for each row execute function app.contact_before();
--> statement-breakpoint
create function app.contact_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  found_key text;
begin
  if tg_op = 'UPDATE' then
    delete from contact_keys where workspace_id = new.workspace_id and contact_id = new.id;
  end if;
  if new.archived_at is null then
    for found_key in
      select 'phone:' || (p ->> 'phone') from jsonb_array_elements(new.phones) p
      union select 'email:' || lower(e) from unnest(new.emails) e
    loop
      insert into contact_keys (workspace_id, key, contact_id, visible_to)
        values (new.workspace_id, found_key, new.id, new.visible_to) on conflict do nothing;
    end loop;
  end if;
  return null;
end $$;
create trigger contact_keys_insert after insert on contacts for each row execute function app.contact_after();
create trigger contact_keys_update after update of phones, emails, visible_to, archived_at on contacts
  for each row execute function app.contact_after();
--> statement-breakpoint
-- Whether anybody at this store is known by a phone or an e-mail address, whoever may see them: one bit, and only about the
-- workspace that was entered.
create function app.contact_key_exists(workspace uuid, wanted text) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return workspace = nullif(current_setting('app.workspace_id', true), '')::uuid
    and exists (select 1 from contact_keys k where k.workspace_id = workspace and k.key = wanted);
end $$;
--> statement-breakpoint
create function app.contact_links() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.owner_id is distinct from old.owner_id then
    perform app.refresh_contact(new.workspace_id, new.id);
  end if;
  if tg_op = 'UPDATE' and old.company_id is not null and old.company_id is distinct from new.company_id then
    perform app.refresh_company(old.workspace_id, old.company_id);
  end if;
  if new.company_id is not null then
    perform app.refresh_company(new.workspace_id, new.company_id);
  end if;
  return null;
end $$;
create trigger contact_links_insert after insert on contacts
  for each row when (new.company_id is not null) execute function app.contact_links();
create trigger contact_links_update after update of owner_id, company_id, visible_to, archived_at on contacts
  for each row execute function app.contact_links();
--> statement-breakpoint
create function app.company_before() returns trigger language plpgsql as $$
begin
  new.visible_to := array_remove(array[new.owner_id], null);
  return new;
end $$;
create trigger company_before before insert on companies for each row execute function app.company_before();
create function app.company_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform app.refresh_company(new.workspace_id, new.id);
  return null;
end $$;
create trigger company_after after update of owner_id on companies
  for each row when (old.owner_id is distinct from new.owner_id) execute function app.company_after();
--> statement-breakpoint
create function app.deal_before() returns trigger language plpgsql as $$
begin
  new.visible_to := array_remove(array[new.owner_id], null);
  return new;
end $$;
create trigger deal_before before insert on deals for each row execute function app.deal_before();
--> statement-breakpoint
create function app.deal_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform app.refresh_contact(new.workspace_id, new.contact_id);
    return null;
  end if;
  perform app.refresh_deal(new.workspace_id, new.id);
  if old.contact_id <> new.contact_id then
    perform app.refresh_contact(old.workspace_id, old.contact_id);
  end if;
  return null;
end $$;
create trigger deal_after_insert after insert on deals
  for each row when (new.owner_id is not null) execute function app.deal_after();
create trigger deal_after_update after update of owner_id, contact_id, archived_at on deals
  for each row when (old.owner_id is distinct from new.owner_id or old.contact_id <> new.contact_id
    or old.archived_at is distinct from new.archived_at)
  execute function app.deal_after();
--> statement-breakpoint
create function app.share_before() returns trigger language plpgsql as $$
declare
  viewers uuid[];
begin
  select array_append(d.visible_to, new.member_id) into viewers
    from deals d where d.workspace_id = new.workspace_id and d.id = new.deal_id for no key update;
  new.visible_to := coalesce(viewers, '{}');
  return new;
end $$;
create function app.share_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform app.refresh_deal(old.workspace_id, old.deal_id);
  else
    perform app.refresh_deal(new.workspace_id, new.deal_id);
  end if;
  return null;
end $$;
create trigger share_before before insert on deal_shares for each row execute function app.share_before();
create trigger share_after after insert or delete on deal_shares for each row execute function app.share_after();
--> statement-breakpoint
-- What hangs on a deal is seen by who sees the deal, read through the eyes of who inserts: a foreign deal gives nothing,
-- and the policy then refuses the row. The lock keeps the deal from changing hands until the row is committed.
create function app.child_before() returns trigger language plpgsql as $$
declare
  viewers uuid[];
begin
  select d.visible_to into viewers from deals d
    where d.workspace_id = new.workspace_id and d.id = new.deal_id for no key update;
  new.visible_to := coalesce(viewers, '{}');
  return new;
end $$;
create trigger child_before before insert or update of deal_id on vehicles for each row execute function app.child_before();
create trigger child_before before insert or update of deal_id on trades for each row execute function app.child_before();
create trigger child_before before insert on stage_transitions for each row execute function app.child_before();
--> statement-breakpoint
create function app.hanging_before() returns trigger language plpgsql as $$
declare
  viewers uuid[];
begin
  if new.deal_id is not null then
    select d.visible_to into viewers from deals d
      where d.workspace_id = new.workspace_id and d.id = new.deal_id for no key update;
  elsif new.contact_id is not null then
    select c.visible_to into viewers from contacts c
      where c.workspace_id = new.workspace_id and c.id = new.contact_id for no key update;
  elsif tg_table_name = 'tasks' then
    viewers := '{}';
  end if;
  if tg_table_name = 'tasks' and viewers is not null and new.member_id is not null and not new.member_id = any (viewers) then
    viewers := array_append(viewers, new.member_id);
  end if;
  new.visible_to := coalesce(viewers, '{}');
  return new;
end $$;
create trigger hanging_before before insert or update of deal_id, contact_id on activities
  for each row execute function app.hanging_before();
create trigger hanging_before before insert or update of deal_id, contact_id on tasks
  for each row execute function app.hanging_before();
create trigger hanging_before before insert or update of deal_id, contact_id on appointments
  for each row execute function app.hanging_before();
--> statement-breakpoint
-- A task is also seen by who has to do it. As with a deal, who hands one on may no longer see it: it is rewritten afterwards.
create function app.task_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  viewers uuid[];
begin
  if new.deal_id is not null then
    select d.visible_to into viewers from deals d
      where d.workspace_id = new.workspace_id and d.id = new.deal_id for no key update;
  elsif new.contact_id is not null then
    select c.visible_to into viewers from contacts c
      where c.workspace_id = new.workspace_id and c.id = new.contact_id for no key update;
  end if;
  viewers := array_remove(coalesce(viewers, '{}'), new.member_id);
  update tasks set visible_to = array_remove(array_append(viewers, new.member_id), null)
    where workspace_id = new.workspace_id and id = new.id;
  return null;
end $$;
create trigger task_after after update of member_id on tasks
  for each row when (old.member_id is distinct from new.member_id) execute function app.task_after();
--> statement-breakpoint
-- A change is seen by who sees its deal or contact, and by who made it: a rep who hands a deal over keeps that one entry.
create function app.change_before() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  viewers uuid[];
begin
  if new.deal_id is not null then
    select d.visible_to into viewers from deals d where d.workspace_id = new.workspace_id and d.id = new.deal_id;
  elsif new.contact_id is not null then
    select c.visible_to into viewers from contacts c where c.workspace_id = new.workspace_id and c.id = new.contact_id;
  end if;
  viewers := coalesce(viewers, '{}');
  if new.member_id is not null and not new.member_id = any (viewers) then
    viewers := array_append(viewers, new.member_id);
  end if;
  new.visible_to := viewers;
  return new;
end $$;
create trigger change_before before insert on changes for each row execute function app.change_before();
--> statement-breakpoint
create function app.own_before() returns trigger language plpgsql as $$
begin
  new.visible_to := array[new.member_id];
  return new;
end $$;
create trigger own_before before insert on questions for each row execute function app.own_before();
create trigger own_before before insert on imports for each row execute function app.own_before();
create trigger own_before before insert on exports for each row execute function app.own_before();
--> statement-breakpoint
-- The directories follow the members: one place to write, and a number or an address cannot point at a former member.
create function app.member_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from person_directory where email = old.email and workspace_id = old.workspace_id;
    delete from phone_directory where phone = old.phone and workspace_id = old.workspace_id and member_id = old.id;
    delete from slack_directory
      where team_id = old.slack_team_id and user_id = old.slack_user_id and workspace_id = old.workspace_id;
  end if;
  if new.active and new.archived_at is null then
    insert into person_directory (email, workspace_id, member_id) values (new.email, new.workspace_id, new.id);
    if new.phone is not null then
      insert into phone_directory (phone, workspace_id, member_id) values (new.phone, new.workspace_id, new.id);
    end if;
    if new.slack_team_id is not null and new.slack_user_id is not null then
      insert into slack_directory (team_id, user_id, workspace_id, member_id)
        values (new.slack_team_id, new.slack_user_id, new.workspace_id, new.id);
    end if;
  end if;
  return null;
end $$;
create trigger member_after_insert after insert on members for each row execute function app.member_after();
create trigger member_after_update after update of email, phone, slack_team_id, slack_user_id, active, archived_at on members
  for each row execute function app.member_after();
--> statement-breakpoint
-- Look-ups before a tenant is known: the whole list of cross-tenant reads. packages/db/src/identity.ts is their only caller.
create type app.actor as (
  workspace_id uuid, member_id uuid, email text, name text, role text, phone text, color_scheme text,
  workspace_name text, time_zone text, currency text, country text, floor_open boolean, demo boolean
);
create function app.actor_of(workspace uuid, member uuid) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query
    select m.workspace_id, m.id, m.email, m.name, m.role, m.phone, m.color_scheme,
           w.name, w.time_zone, w.currency, w.country, w.floor_open, w.demo
    from members m join workspaces w on w.workspace_id = m.workspace_id
    where m.workspace_id = workspace and m.id = member and m.active and m.archived_at is null and w.archived_at is null;
end $$;
--> statement-breakpoint
create function app.actor_for_email(address text, wanted uuid) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  found_workspace uuid;
  found_member uuid;
begin
  select p.workspace_id, p.member_id into found_workspace, found_member from person_directory p
    where p.email = lower(address) and (wanted is null or p.workspace_id = wanted) order by p.workspace_id limit 1;
  if found_member is null and wanted is not null then
    return query select * from app.actor_for_email(address, null);
    return;
  end if;
  return query select * from app.actor_of(found_workspace, found_member);
end $$;
--> statement-breakpoint
create function app.actor_for_session(session_token text, at timestamptz) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  address text;
  wanted text;
begin
  select u.email, s.workspace_id into address, wanted from auth.session s join auth."user" u on u.id = s.user_id
    where s.token = session_token and s.expires_at > at;
  if address is not null then
    return query select * from app.actor_for_email(address, wanted::uuid);
  end if;
end $$;
--> statement-breakpoint
create function app.actor_for_phone(number text) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  entry phone_directory%rowtype;
begin
  select * into entry from phone_directory p where p.phone = number;
  return query select * from app.actor_of(entry.workspace_id, entry.member_id);
end $$;
--> statement-breakpoint
create function app.actor_for_slack(team text, slack_user text) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  entry slack_directory%rowtype;
begin
  select * into entry from slack_directory s where s.team_id = team and s.user_id = slack_user;
  return query select * from app.actor_of(entry.workspace_id, entry.member_id);
end $$;
--> statement-breakpoint
create function app.workspaces_of(address text) returns table (workspace_id uuid, member_id uuid, name text, role text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select w.workspace_id, m.id, w.name, m.role from person_directory p
    join members m on m.workspace_id = p.workspace_id and m.id = p.member_id
    join workspaces w on w.workspace_id = p.workspace_id
    where p.email = lower(address) and m.active and w.archived_at is null order by w.name;
end $$;
--> statement-breakpoint
create function app.demo_people() returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query
    select m.workspace_id, m.id, m.email, m.name, m.role, m.phone, m.color_scheme,
           w.name, w.time_zone, w.currency, w.country, w.floor_open, w.demo
    from workspaces w join members m on m.workspace_id = w.workspace_id
    where w.demo and m.active and m.archived_at is null order by w.created_at, m.created_at, m.email;
end $$;
--> statement-breakpoint
-- Row-level security, enabled and forced. The owner role, whose definer functions keep visible_to, has a policy of its own;
-- everybody else is held to the tenant.
do $$
declare
  t text;
  same_workspace constant text :=
    'workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid';
  may_see constant text :=
    -- CASE, not OR: the planner takes half of the rows to pass it instead of one in two hundred, and joins accordingly.
    '(case when current_setting(''app.sees'', true) = ''floor'' then true
      else nullif(current_setting(''app.member_id'', true), '''')::uuid = any (visible_to) end)';
begin
  foreach t in array array['workspaces', 'counters', 'members', 'pipelines', 'stages', 'inbound'] loop
    execute format('create policy tenant on %I using (%s) with check (%s)', t, same_workspace, same_workspace);
  end loop;
  foreach t in array array['companies', 'contacts', 'contact_keys', 'deals', 'deal_shares', 'stage_transitions', 'vehicles',
    'trades', 'activities', 'tasks', 'appointments', 'changes', 'questions', 'imports', 'exports'] loop
    execute format('create policy tenant on %I using (%s and %s) with check (%s and %s)',
      t, same_workspace, may_see, same_workspace, may_see);
  end loop;
  for t in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'auth') loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner on %s to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['user', 'session', 'account', 'verification'] loop
    execute format('create policy sign_in on auth.%I using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- What the server's login may do; called after every migration with the login's name.
create function app.grant_to(login name) returns void language plpgsql as $$
begin
  execute format('grant usage on schema app, auth, public, drizzle to %I', login);
  execute format('grant execute on function app.enter(uuid, uuid, text), app.search_key(text),
    app.contact_search_text(contacts), app.contact_key_exists(uuid, text), app.actor_for_email(text, uuid), app.actor_for_session(text, timestamptz),
    app.actor_for_phone(text), app.actor_for_slack(text, text), app.workspaces_of(text), app.demo_people() to %I', login);
  execute format('grant select, insert, update, delete on all tables in schema auth to %I', login);
  execute format('grant select, insert, update on workspaces, counters, members, pipelines, stages, companies, contacts, deals,
    vehicles, trades, activities, tasks, appointments, questions, imports, exports, inbound to %I', login);
  execute format('grant select, insert, delete on deal_shares to %I', login);
  execute format('grant select, insert on changes, stage_transitions to %I', login);
  execute format('grant select on contact_keys, drizzle.__drizzle_migrations to %I', login);
end $$;
revoke execute on all functions in schema app from public;
