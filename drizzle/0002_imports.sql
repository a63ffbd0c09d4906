ALTER TABLE "imports" ADD COLUMN "images" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "failure" text;--> statement-breakpoint
-- A table that was empty a moment ago has no statistics: the planner then reads a whole workspace for every foreign key and
-- trigger of a bulk write, which grows with the square of the rows. Called by an import after its first rows are committed.
create function app.freshen_statistics() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  name regclass;
begin
  for name in
    select c.oid from pg_class c where c.reltuples < 100000 and c.oid = any (array['companies', 'contacts', 'contact_keys',
      'deals', 'vehicles', 'stage_transitions']::regclass[])
  loop
    execute format('analyze %s', name);
  end loop;
end $$;
