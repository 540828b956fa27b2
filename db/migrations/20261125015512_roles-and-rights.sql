-- The two roles that processes act as. They may be there already: another database of the same server made them, or an
-- administrator did. Two databases migrated at once may both try, hence the exception.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['madinatan_app', 'madinatan_public'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    -- Processes whose login is the owner's take the role on when they connect.
    if not pg_has_role(current_user, role_name, 'member') or not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to %I', role_name, current_user);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- The short names of records: P-101, C-101, ... Numbers are never given twice.
create sequence record_ref_p start with 101;
--> statement-breakpoint
create sequence record_ref_c start with 101;
--> statement-breakpoint
create sequence record_ref_o start with 101;
--> statement-breakpoint
create sequence record_ref_g start with 101;
--> statement-breakpoint
create sequence record_ref_t start with 101;
--> statement-breakpoint
create sequence record_ref_s start with 101;
--> statement-breakpoint
-- The application changes rows, never tables. History is written once: no update, no deletion, and no way around through
-- a cascade from what history hangs on.
grant select, insert, update, delete on all tables in schema public to madinatan_app;
--> statement-breakpoint
grant usage on all sequences in schema public to madinatan_app;
--> statement-breakpoint
revoke update, delete, truncate on audit_event, revision, tombstone from madinatan_app;
--> statement-breakpoint
revoke delete, truncate on record, unit, person from madinatan_app;
--> statement-breakpoint
-- The public reads what was published and what became of an address; nothing else, whatever a query forgets.
grant select on
  address, agreement, claim, decision, milestone, organisation, organisation_text, partnership, partnership_party,
  partnership_programme, partnership_text, partnership_theme, place, place_population, place_text, programme,
  programme_text, project, source, story, story_link, story_text, theme, theme_text
to madinatan_public;
--> statement-breakpoint
-- One of the two only deletions: autosaves older than 30 days, unless they are a head, what readers see, or what a
-- translation was made from.
create function prune_autosaves() returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with pruned as (
    delete from public.revision r
    where r.kind = 'autosave' and r.created_at < now() - interval '30 days'
      and not exists (
        select from public.unit u
        where u.record_id = r.record_id and u.scope = r.scope and r.n in (u.head_rev, u.published_rev)
      )
      and not exists (
        select from public.unit u, jsonb_each(u.basis) b
        where u.record_id = r.record_id and u.scope <> r.scope and (b.value ->> 'rev')::integer = r.n
      )
    returning 1
  )
  select count(*)::integer from pruned
$$;
--> statement-breakpoint
-- The other: a record that lies in the trash goes for ever, with its history. A tombstone keeps its short name.
create function purge_record(purged uuid, actor uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into public.tombstone (id, kind, ref, purged_at, purged_by)
  select id, kind, ref, now(), actor from public.record where id = purged and deleted_at is not null;
  if not found then
    raise exception 'record % does not lie in the trash', purged using errcode = 'restrict_violation';
  end if;
  delete from public.record where id = purged;
end
$$;
--> statement-breakpoint
revoke execute on function prune_autosaves(), purge_record(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function prune_autosaves(), purge_record(uuid, uuid) to madinatan_app;
