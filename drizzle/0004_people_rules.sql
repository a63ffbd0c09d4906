-- Counters of limits are worth nothing after a crash, and written often.
alter table rate_counters set unlogged;
--> statement-breakpoint
-- Who may see a deal: its owner and those it was shared with; one that nobody owns, the reps too where the dealership says so.
create or replace function app.deal_viewers(workspace uuid, deal uuid, owner uuid) returns uuid[] language plpgsql stable as $$
declare
  viewers uuid[];
begin
  select coalesce(array_agg(s.member_id), '{}') into viewers
    from deal_shares s where s.workspace_id = workspace and s.deal_id = deal and s.member_id is distinct from owner;
  if owner is null then
    return array(select distinct v from unnest(viewers || app.unowned_viewers(workspace)) v);
  end if;
  return array_prepend(owner, viewers);
end $$;
--> statement-breakpoint
create function app.unowned_viewers(workspace uuid) returns uuid[] language plpgsql stable as $$
declare
  viewers uuid[];
begin
  select coalesce(array_agg(m.id), '{}') into viewers
    from members m join workspaces w on w.workspace_id = m.workspace_id and w.unowned_visible = 'everyone'
    where m.workspace_id = workspace and m.role = 'rep' and m.active and m.archived_at is null;
  return viewers;
end $$;
--> statement-breakpoint
create or replace function app.deal_before() returns trigger language plpgsql as $$
begin
  new.visible_to := case when new.owner_id is null then app.unowned_viewers(new.workspace_id) else array[new.owner_id] end;
  return new;
end $$;
drop trigger deal_after_insert on deals;
create trigger deal_after_insert after insert on deals
  for each row when (new.visible_to <> '{}') execute function app.deal_after();
--> statement-breakpoint
-- The deals nobody has taken follow the dealership's rule, and who its reps are.
create function app.refresh_unowned() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  deal uuid;
begin
  for deal in select d.id from deals d
    where d.workspace_id = new.workspace_id and d.owner_id is null and d.archived_at is null order by d.id
  loop
    perform app.refresh_deal(new.workspace_id, deal);
  end loop;
  return null;
end $$;
create trigger unowned_rule after update of unowned_visible on workspaces
  for each row when (old.unowned_visible <> new.unowned_visible) execute function app.refresh_unowned();
create trigger unowned_new_member after insert on members
  for each row when (new.role = 'rep') execute function app.refresh_unowned();
create trigger unowned_member after update of role, active, archived_at on members
  for each row when ((old.role = 'rep') <> (new.role = 'rep') or old.active <> new.active
    or old.archived_at is distinct from new.archived_at)
  execute function app.refresh_unowned();
--> statement-breakpoint
create trigger child_before before insert or update of deal_id on visits for each row execute function app.child_before();
--> statement-breakpoint
create or replace function app.refresh_deal(workspace uuid, deal uuid) returns void language plpgsql security definer
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
  update visits set visible_to = viewers where workspace_id = workspace and deal_id = deal;
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
create trigger own_before before insert on notices for each row execute function app.own_before();
create trigger own_before before insert on invitations for each row execute function app.own_before();
create trigger own_before before insert on api_keys for each row execute function app.own_before();
--> statement-breakpoint
-- The directories hold what still works, and nothing else.
create function app.invitation_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from invitation_directory where workspace_id = new.workspace_id and invitation_id = new.id;
  end if;
  if new.accepted_at is null and new.revoked_at is null then
    insert into invitation_directory (token_hash, email, workspace_id, invitation_id)
      values (new.token_hash, new.email, new.workspace_id, new.id);
  end if;
  return null;
end $$;
create trigger invitation_after after insert or update on invitations
  for each row execute function app.invitation_after();
create function app.key_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from key_directory where workspace_id = new.workspace_id and key_id = new.id;
  end if;
  if new.revoked_at is null then
    insert into key_directory (key_hash, workspace_id, key_id) values (new.key_hash, new.workspace_id, new.id);
  end if;
  return null;
end $$;
create trigger key_after_insert after insert on api_keys for each row execute function app.key_after();
create trigger key_after_update after update of key_hash, revoked_at on api_keys
  for each row execute function app.key_after();
--> statement-breakpoint
-- What the doors learn of a member before a tenant is entered: also how they proved who they are.
alter type app.actor add attribute require_two_factor boolean, add attribute two_factor boolean,
  add attribute session_id text, add attribute key_id uuid, add attribute key_scope text;
drop function app.actor_of(uuid, uuid);
create function app.actor_of(workspace uuid, member uuid, second_factor boolean default null, session text default null,
  key uuid default null, scope text default null) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query
    select m.workspace_id, m.id, m.email, m.name, m.role, m.phone, m.color_scheme,
           w.name, w.time_zone, w.currency, w.country, w.floor_open, w.demo,
           w.require_two_factor, second_factor, session, key, scope
    from members m join workspaces w on w.workspace_id = m.workspace_id
    where m.workspace_id = workspace and m.id = member and m.active and m.archived_at is null and w.archived_at is null;
end $$;
--> statement-breakpoint
-- A person's place in the wanted workspace, or in the first of theirs.
create function app.place_of(address text, wanted uuid, out place_workspace uuid, out place_member uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  select p.workspace_id, p.member_id into place_workspace, place_member from person_directory p
    where p.email = lower(address) order by p.workspace_id is not distinct from wanted desc, p.workspace_id limit 1;
end $$;
create or replace function app.actor_for_email(address text, wanted uuid) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  place record;
begin
  place := app.place_of(address, wanted);
  return query select * from app.actor_of(place.place_workspace, place.place_member);
end $$;
create or replace function app.actor_for_session(session_token text, at timestamptz) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_session record;
  place record;
begin
  select s.id, s.workspace_id::uuid as wanted, u.email, u.two_factor_enabled into found_session
    from auth.session s join auth."user" u on u.id = s.user_id where s.token = session_token and s.expires_at > at;
  if found then
    place := app.place_of(found_session.email, found_session.wanted);
    return query select * from app.actor_of(
      place.place_workspace, place.place_member, found_session.two_factor_enabled, found_session.id);
  end if;
end $$;
create function app.actor_for_clerk(clerk_user_id text, clerk_session_id text, second_factor boolean) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  address text;
  wanted uuid;
  place record;
begin
  select u.email into address from auth.clerk_user u where u.id = clerk_user_id and u.deleted_at is null;
  if address is not null then
    select s.workspace_id::uuid into wanted from auth.clerk_session s
      where s.id = clerk_session_id and s.user_id = clerk_user_id;
    place := app.place_of(address, wanted);
    return query select * from app.actor_of(place.place_workspace, place.place_member, second_factor, clerk_session_id);
  end if;
end $$;
create function app.actor_for_key(hash text, at timestamptz) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  entry record;
begin
  select k.workspace_id, k.member_id, k.id, k.scope into entry
    from key_directory d join api_keys k on k.workspace_id = d.workspace_id and k.id = d.key_id
    where d.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at);
  if found then
    return query select * from app.actor_of(entry.workspace_id, entry.member_id, null, null, entry.id, entry.scope);
  end if;
end $$;
create or replace function app.actor_for_phone(number text) returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  entry phone_directory%rowtype;
begin
  select * into entry from phone_directory p where p.phone = number;
  return query select * from app.actor_of(entry.workspace_id, entry.member_id);
end $$;
create or replace function app.actor_for_slack(team text, slack_user text) returns setof app.actor
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  entry slack_directory%rowtype;
begin
  select * into entry from slack_directory s where s.team_id = team and s.user_id = slack_user;
  return query select * from app.actor_of(entry.workspace_id, entry.member_id);
end $$;
create or replace function app.demo_people() returns setof app.actor language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query
    select a.* from workspaces w join members m on m.workspace_id = w.workspace_id
      cross join app.actor_of(m.workspace_id, m.id) a
    where w.demo order by w.created_at, m.created_at, m.email;
end $$;
--> statement-breakpoint
-- The person behind a session, whether or not they belong to a dealership yet.
create function app.person_for_session(session_token text, at timestamptz)
  returns table (user_id text, session_id text, email text, name text, two_factor boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select u.id, s.id, u.email, u.name, u.two_factor_enabled
    from auth.session s join auth."user" u on u.id = s.user_id where s.token = session_token and s.expires_at > at;
end $$;
--> statement-breakpoint
-- Open invitations: the one that a token belongs to, or all of an address whose owner has proved that it is theirs.
create function app.open_invitations(hash text, address text, at timestamptz) returns table (
    invitation_id uuid, workspace_id uuid, workspace_name text, email text, name text, role text, invited_by text,
    expires_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select i.id, i.workspace_id, w.name, i.email, i.name, i.role, m.name, i.expires_at
    from invitation_directory d
      join invitations i on i.workspace_id = d.workspace_id and i.id = d.invitation_id
      join members m on m.workspace_id = i.workspace_id and m.id = i.member_id
      join workspaces w on w.workspace_id = i.workspace_id
    where (d.token_hash = hash or d.email = lower(address)) and i.expires_at > at and w.archived_at is null
    order by w.name;
end $$;
--> statement-breakpoint
-- One-time codes. A member's own code for a phone is made inside their workspace; a Slack user's before anything is known.
create function app.put_link_code(hash text, code_kind text, workspace uuid, member uuid, team text, slack_user text,
  expires timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from link_directory l where l.kind = code_kind and l.workspace_id is not distinct from workspace
    and l.member_id is not distinct from member and l.team_id is not distinct from team
    and l.user_id is not distinct from slack_user;
  insert into link_directory (code_hash, kind, workspace_id, member_id, team_id, user_id, expires_at)
    values (hash, code_kind, workspace, member, team, slack_user, expires);
end $$;
create function app.take_link_code(hash text, code_kind text, at timestamptz)
  returns table (workspace_id uuid, member_id uuid, team_id text, user_id text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query delete from link_directory l where l.code_hash = hash and l.kind = code_kind and l.expires_at > at
    returning l.workspace_id, l.member_id, l.team_id, l.user_id;
end $$;
--> statement-breakpoint
-- Takes up to `wanted` of the `most` that a key may have in a window of so many seconds, for all processes together. The
-- first to take begins the window.
create function app.take_share(counted text, wanted integer, most integer, seconds integer, at timestamptz,
  out granted integer, out remaining integer, out resets_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before integer;
begin
  insert into rate_counters (key, window_start, taken) values (counted, at, 0) on conflict do nothing;
  select case when r.window_start + make_interval(secs => seconds) <= at then 0 else r.taken end,
    case when r.window_start + make_interval(secs => seconds) <= at then at else r.window_start end
    into before, resets_at from rate_counters r where r.key = counted for no key update;
  granted := greatest(0, least(wanted, most - before));
  remaining := greatest(0, most - before - granted);
  update rate_counters r set taken = before + granted, window_start = resets_at where r.key = counted;
  resets_at := resets_at + make_interval(secs => seconds);
end $$;
create function app.forget_expired(at timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from rate_counters where window_start < at - interval '1 day';
  delete from link_directory where expires_at < at - interval '1 day';
  delete from auth.delivery where created_at < at - interval '30 days';
end $$;
--> statement-breakpoint
do $$
declare
  t text;
  same_workspace constant text :=
    'workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid';
  may_see constant text :=
    '(case when current_setting(''app.sees'', true) = ''floor'' then true
      else nullif(current_setting(''app.member_id'', true), '''')::uuid = any (visible_to) end)';
begin
  execute format('create policy tenant on views using (%s) with check (%s)', same_workspace, same_workspace);
  foreach t in array array['visits', 'notices', 'invitations', 'api_keys'] loop
    execute format('create policy tenant on %I using (%s and %s) with check (%s and %s)',
      t, same_workspace, may_see, same_workspace, may_see);
  end loop;
  foreach t in array array['public.views', 'public.visits', 'public.notices', 'public.invitations', 'public.api_keys',
    'public.invitation_directory', 'public.key_directory', 'public.link_directory', 'public.rate_counters',
    'auth.two_factor', 'auth.clerk_user', 'auth.clerk_session', 'auth.delivery'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner on %s to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['two_factor', 'clerk_user', 'clerk_session', 'delivery'] loop
    execute format('create policy sign_in on auth.%I using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create or replace function app.grant_to(login name) returns void language plpgsql as $$
begin
  execute format('grant usage on schema app, auth, public, drizzle to %I', login);
  execute format('grant execute on function app.enter(uuid, uuid, text), app.search_key(text),
    app.contact_search_text(contacts), app.contact_key_exists(uuid, text), app.actor_for_email(text, uuid),
    app.actor_for_session(text, timestamptz), app.actor_for_clerk(text, text, boolean), app.actor_for_key(text, timestamptz),
    app.actor_for_phone(text), app.actor_for_slack(text, text), app.person_for_session(text, timestamptz),
    app.workspaces_of(text), app.open_invitations(text, text, timestamptz), app.demo_people(), app.unowned_viewers(uuid),
    app.put_link_code(text, text, uuid, uuid, text, text, timestamptz), app.take_link_code(text, text, timestamptz),
    app.take_share(text, integer, integer, integer, timestamptz), app.forget_expired(timestamptz),
    app.freshen_statistics() to %I', login);
  execute format('grant select, insert, update, delete on all tables in schema auth to %I', login);
  execute format('grant select, insert, update on workspaces, counters, members, pipelines, stages, companies, contacts, deals,
    vehicles, trades, activities, tasks, appointments, questions, imports, exports, inbound, views, visits, notices,
    invitations, api_keys to %I', login);
  execute format('grant select, insert, delete on deal_shares to %I', login);
  execute format('grant select, insert on changes, stage_transitions to %I', login);
  execute format('grant select on contact_keys, drizzle.__drizzle_migrations to %I', login);
end $$;
revoke execute on all functions in schema app from public;
