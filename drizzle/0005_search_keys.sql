create extension if not exists fuzzystrmatch;
--> statement-breakpoint
CREATE INDEX "contact_keys_prefix" ON "contact_keys" USING btree ("workspace_id","key" text_pattern_ops);
--> statement-breakpoint
-- What a contact is found by: "phone:+12145550142" and "email:maria@mail.example" as they are, "w:lopez" for each word of the
-- name (the name run together included), "s:LPS" for how a word sounds, "r:2410555…" for a phone number from its end.
create function app.contact_keys_of(c public.contacts) returns setof text language plpgsql stable
  set search_path = public, pg_temp as $$
declare
  words text[] := string_to_array(app.search_key(c.name) || ' ' || app.search_key(regexp_replace(c.name, '[''’`´.-]', '', 'g')), ' ');
begin
  return query
    select 'phone:' || (p ->> 'phone') from jsonb_array_elements(c.phones) p
    union select 'r:' || reverse(substr(p ->> 'phone', 2)) from jsonb_array_elements(c.phones) p
    union select 'email:' || lower(e) from unnest(c.emails) e
    union select 'w:' || left(word, 60) from unnest(words) word where word <> ''
    union select app.sound_key(word) from unnest(words) word where app.sound_key(word) is not null;
end $$;
--> statement-breakpoint
-- How a word sounds, as a key; null for what is too short to tell and for scripts that the rule does not know.
create function app.sound_key(word text) returns text language plpgsql immutable parallel safe
  set search_path = public, pg_temp as $$
begin
  if length(word) < 3 or word ~ '[^a-z]' then
    return null;
  end if;
  return 's:' || nullif(dmetaphone(word), '');
end $$;
--> statement-breakpoint
-- Keys are written anew when what they are made of changes; when only the viewers do, they are kept and rewritten.
create or replace function app.contact_after() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  found_key text;
begin
  if tg_op = 'UPDATE' then
    if old.phones = new.phones and old.emails = new.emails and old.name = new.name
      and old.archived_at is not distinct from new.archived_at then
      update contact_keys set visible_to = new.visible_to
        where workspace_id = new.workspace_id and contact_id = new.id;
      return null;
    end if;
    delete from contact_keys where workspace_id = new.workspace_id and contact_id = new.id;
  end if;
  if new.archived_at is null then
    for found_key in select k from app.contact_keys_of(new) k loop
      insert into contact_keys (workspace_id, key, contact_id, visible_to)
        values (new.workspace_id, found_key, new.id, new.visible_to) on conflict do nothing;
    end loop;
  end if;
  return null;
end $$;
drop trigger contact_keys_update on contacts;
create trigger contact_keys_update after update of name, phones, emails, visible_to, archived_at on contacts
  for each row execute function app.contact_after();
--> statement-breakpoint
insert into contact_keys (workspace_id, key, contact_id, visible_to)
  select c.workspace_id, k, c.id, c.visible_to from contacts c cross join lateral app.contact_keys_of(c) k
  where c.archived_at is null on conflict do nothing;
--> statement-breakpoint
revoke execute on function app.contact_keys_of(contacts), app.sound_key(text) from public;
