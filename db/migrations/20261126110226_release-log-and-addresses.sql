CREATE TABLE "release_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "release_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"record_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"deed" text NOT NULL,
	"changed" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_log_scope_check" CHECK ("release_log"."scope" in ('facts', 'ar', 'de', 'en')),
	CONSTRAINT "release_log_deed_check" CHECK ("release_log"."deed" in ('released', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "release_log" ADD CONSTRAINT "release_log_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "release_log_record_idx" ON "release_log" USING btree ("record_id","at");--> statement-breakpoint
CREATE INDEX "organisation_ref_idx" ON "organisation" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "organisation_country_idx" ON "organisation" USING btree ("country");--> statement-breakpoint
CREATE INDEX "partnership_ref_idx" ON "partnership" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "place_ref_idx" ON "place" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "programme_ref_idx" ON "programme" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "programme_organisation_idx" ON "programme" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "story_ref_idx" ON "story" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "theme_ref_idx" ON "theme" USING btree ("ref");--> statement-breakpoint
grant select, insert on release_log to madinatan_app;
--> statement-breakpoint
grant select on release_log to madinatan_public;
--> statement-breakpoint
-- What readers see already was released when its row says; what was released before that nobody noted for them.
insert into release_log (record_id, scope, deed, at)
select published.id, published.scope, 'released', published.at
from (
  select id, 'facts' as scope, published_at as at from partnership
  union all select id, 'facts', published_at from place
  union all select id, 'facts', published_at from organisation
  union all select id, 'facts', published_at from programme
  union all select id, 'facts', published_at from theme
  union all select id, 'facts', published_at from story
  union all select partnership_id, locale, published_at from partnership_text
  union all select place_id, locale, published_at from place_text
  union all select organisation_id, locale, published_at from organisation_text
  union all select programme_id, locale, published_at from programme_text
  union all select theme_id, locale, published_at from theme_text
  union all select story_id, locale, published_at from story_text
) published
join record on record.id = published.id
order by published.at, published.id, published.scope;
--> statement-breakpoint
-- Themes, programmes and organisations have pages from now on; whoever is published with a text gets its address.
insert into address (path, record_id, state, changed_at)
select '/themes/' || slug, id, 'live', now() from theme
  where exists (select from theme_text where theme_id = theme.id)
union all
select '/programmes/' || slug, id, 'live', now() from programme
  where exists (select from programme_text where programme_id = programme.id)
union all
select '/organisations/' || slug, id, 'live', now() from organisation
  where exists (select from organisation_text where organisation_id = organisation.id)
on conflict (path) do nothing;
