-- The dealerships there are, and what time it is there: for what is done everywhere at an hour of the day.
create function app.open_workspaces() returns table (workspace_id uuid, time_zone text) language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return query select w.workspace_id, w.time_zone from workspaces w where w.archived_at is null order by w.workspace_id;
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
    app.freshen_statistics(), app.due_appointments(timestamptz), app.open_workspaces() to %I', login);
  execute format('grant select, insert, update, delete on all tables in schema auth to %I', login);
  execute format('grant select, insert, update on workspaces, counters, members, pipelines, stages, companies, contacts, deals,
    vehicles, trades, activities, tasks, appointments, questions, imports, exports, inbound, views, visits, notices,
    invitations, api_keys to %I', login);
  execute format('grant select, insert, delete on deal_shares to %I', login);
  execute format('grant select, insert on changes, stage_transitions to %I', login);
  execute format('grant select on contact_keys, drizzle.__drizzle_migrations to %I', login);
end $$;
revoke execute on all functions in schema app from public;
