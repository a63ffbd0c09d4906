-- The dealerships numbered 1 to :count, with ten people, :open customers, :open open deals and as many closed ones each.
-- Rows are written as the triggers would leave them: running those for a million deals takes most of an hour. The rows of
-- one dealership lie scattered among everybody else's, as they do when stores work side by side for years.
set session_replication_role = replica;
set synchronous_commit = off;

-- Ids that can be told without asking: of which dealership (w), what kind of row, the how-manieth. See idOf in dealerships.ts.
create function pg_temp.id(w int, kind int, n int) returns uuid language sql immutable
  return (lpad(to_hex(w), 8, '0') || '-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
create function pg_temp.person(n int) returns text language sql immutable
  return (array['Maria', 'James', 'Aisha', 'Wei', 'Carlos', 'Elena', 'Noah', 'Grace', 'Omar', 'Lucia'])[1 + n % 10] || ' '
    || (array['Lopez', 'Nguyen', 'Miller', 'Okafor', 'Smith', 'Kowalski', 'Haddad', 'Brown', 'Ivanov', 'Ortiz'])[1 + n / 10 % 10];
create function pg_temp.rep(w int, n int) returns uuid language sql immutable return pg_temp.id(w, 3, 3 + n % 8);
create function pg_temp.earlier(n int) returns timestamptz language sql stable return now() - n % 200 * interval '7 hours';

insert into workspaces (workspace_id, name, time_zone, created_at)
  select pg_temp.id(w, 0, 0), 'Dealership ' || w, 'America/Chicago', now() from generate_series(1, :count) w;
insert into counters (workspace_id, name, value)
  select pg_temp.id(w, 0, 0), name, value
  from generate_series(1, :count) w, (values ('deal', :open * 2), ('change', 0)) c (name, value);
insert into pipelines (workspace_id, id, name, is_default, created_at)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 1, 1), 'Sales', true, now() from generate_series(1, :count) w;
insert into stages (workspace_id, id, pipeline_id, name, kind, position, probability, created_at)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 2, n), pg_temp.id(w, 1, 1), name, kind, n, probability, now()
  from generate_series(1, :count) w, (values
    (1, 'New up', 'open', 10), (2, 'Contacted', 'open', 15), (3, 'Appointment set', 'open', 25), (4, 'Showed', 'open', 40),
    (5, 'Demo drive', 'open', 50), (6, 'Write-up', 'open', 65), (7, 'F&I', 'open', 85), (8, 'Sold', 'won', 100),
    (9, 'Delivered', 'won', 100), (10, 'Lost', 'lost', 0)) s (n, name, kind, probability);
insert into members (workspace_id, id, email, name, role, created_at)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 3, n), 'member' || n || '@store' || w || '.example', pg_temp.person(n * 11),
    case n when 1 then 'owner' when 2 then 'manager' else 'rep' end, now()
  from generate_series(1, 10) n, generate_series(1, :count + 0 * n) w;
insert into person_directory (email, workspace_id, member_id)
  select 'member' || n || '@store' || w || '.example', pg_temp.id(w, 0, 0), pg_temp.id(w, 3, n)
  from generate_series(1, 10) n, generate_series(1, :count + 0 * n) w;
insert into contacts (workspace_id, id, name, phones, emails, owner_id, created_at, visible_to, search_text)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 4, n), pg_temp.person(n),
    jsonb_build_array(jsonb_build_object('phone', '+' || 12145550000 + n, 'kind', 'mobile')),
    array['customer' || n || '@mail.example'], pg_temp.rep(w, n), pg_temp.earlier(n), array[pg_temp.rep(w, n)],
    lower(pg_temp.person(n)) || ' customer' || n || '@mail.example ' || 2145550000 + n
  from generate_series(1, :open) n, generate_series(1, :count + 0 * n) w;
insert into contact_keys (workspace_id, key, contact_id, visible_to)
  select pg_temp.id(w, 0, 0), 'phone:+' || 12145550000 + n, pg_temp.id(w, 4, n), array[pg_temp.rep(w, n)]
  from generate_series(1, :open) n, generate_series(1, :count + 0 * n) w;
insert into deals (workspace_id, id, number, title, contact_id, pipeline_id, stage_id, owner_id, value_cents, source,
    lost_reason, closed_at, stage_since, created_at, visible_to)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 5, n), n, '2024 Chevrolet Tahoe', pg_temp.id(w, 4, 1 + (n - 1) % :open),
    pg_temp.id(w, 1, 1), pg_temp.id(w, 2, case when n <= :open then 1 + n % 7 else 8 + n % 3 end), pg_temp.rep(w, n),
    2000000 + n * 1000, (array['Walk-in', 'Website', 'Referral', 'Phone'])[1 + n % 4],
    case when n > :open and n % 3 = 2 then 'timing' end,
    case when n > :open then now() - (n - :open) * interval '18 hours' end,
    pg_temp.earlier(n), pg_temp.earlier(n), array[pg_temp.rep(w, n)]
  from generate_series(1, :open * 2) n, generate_series(1, :count + 0 * n) w;
insert into vehicles (workspace_id, id, deal_id, year, make, model, trim, stock_number, condition, created_at, visible_to)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 6, n), pg_temp.id(w, 5, n), 2024, 'Chevrolet', 'Tahoe', 'LT', 'S' || n, 'new',
    pg_temp.earlier(n), array[pg_temp.rep(w, n)]
  from generate_series(1, :open) n, generate_series(1, :count + 0 * n) w;
insert into tasks (workspace_id, id, deal_id, contact_id, member_id, title, due_at, created_at, visible_to)
  select pg_temp.id(w, 0, 0), pg_temp.id(w, 7, n), pg_temp.id(w, 5, n * 2), pg_temp.id(w, 4, n * 2), pg_temp.rep(w, n * 2),
    'Call back', now() + n * interval '1 hour', pg_temp.earlier(n), array[pg_temp.rep(w, n * 2)]
  from generate_series(1, :open / 2) n, generate_series(1, :count + 0 * n) w;


reset session_replication_role;
reset synchronous_commit;
