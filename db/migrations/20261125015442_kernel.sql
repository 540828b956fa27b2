CREATE TABLE "person_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"locale" text,
	"until" timestamp with time zone,
	CONSTRAINT "person_grant_role_check" CHECK ("person_grant"."role" in ('administrator', 'publisher', 'editor', 'translator', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "person_locale_check" CHECK ("person"."locale" in ('ar', 'de', 'en'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "set_up_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"record_id" uuid NOT NULL,
	"id" text NOT NULL,
	"path" text NOT NULL,
	"field" text,
	"value" jsonb,
	"source_id" text NOT NULL,
	"side" text,
	"retrieved_on" text,
	"checked_on" text,
	"accepted" boolean NOT NULL,
	"note" text,
	"note_language" text,
	CONSTRAINT "claim_record_id_id_pk" PRIMARY KEY("record_id","id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"record_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"url" text,
	"publisher" text NOT NULL,
	"title" text,
	"language" text,
	"published_on" text,
	"retrieved_on" text,
	"kind" text,
	CONSTRAINT "source_record_id_id_pk" PRIMARY KEY("record_id","id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"unique_key" text,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject_kind" text,
	"subject_id" uuid,
	"scope" text,
	"revision" bigint,
	"request_id" text,
	"problem" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "cache_tag" (
	"tag" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"country" text,
	"place_id" uuid,
	"website" text,
	"wikidata" text,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_text" (
	"organisation_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"sort_key" text NOT NULL,
	CONSTRAINT "organisation_text_organisation_id_locale_pk" PRIMARY KEY("organisation_id","locale")
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"partnership_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"signed_on" text,
	"in_force_from" text,
	"in_force_until" text,
	"open_ended" boolean NOT NULL,
	"renews" text,
	"url" text,
	"source_id" text,
	CONSTRAINT "agreement_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"partnership_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"decided_on" text NOT NULL,
	"source_id" text,
	CONSTRAINT "decision_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"partnership_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"date" text,
	"date_end" text,
	"source_id" text,
	CONSTRAINT "milestone_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "partnership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"since" text,
	"sdgs" integer[] DEFAULT '{}' NOT NULL,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnership_party" (
	"partnership_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"place_id" uuid,
	"organisation_id" uuid,
	"role" text,
	"own_type" text,
	"confirmation" text,
	"confirmed_on" text,
	CONSTRAINT "partnership_party_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "partnership_party_one_check" CHECK (("partnership_party"."place_id" is null) <> ("partnership_party"."organisation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "partnership_programme" (
	"partnership_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "partnership_programme_partnership_id_programme_id_pk" PRIMARY KEY("partnership_id","programme_id")
);
--> statement-breakpoint
CREATE TABLE "partnership_text" (
	"partnership_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partnership_text_partnership_id_locale_pk" PRIMARY KEY("partnership_id","locale")
);
--> statement-breakpoint
CREATE TABLE "partnership_theme" (
	"partnership_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "partnership_theme_partnership_id_theme_id_pk" PRIMARY KEY("partnership_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"partnership_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"started_on" text,
	"ended_on" text,
	"url" text,
	"source_id" text,
	CONSTRAINT "project_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"wikidata" text,
	"geonames" text,
	"unlocode" text,
	"nuts" text,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_population" (
	"place_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"value" integer NOT NULL,
	"approximate" boolean NOT NULL,
	"year" integer,
	"area" text,
	"source_id" text,
	CONSTRAINT "place_population_place_id_id_pk" PRIMARY KEY("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "place_text" (
	"place_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"sort_key" text NOT NULL,
	CONSTRAINT "place_text_place_id_locale_pk" PRIMARY KEY("place_id","locale")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"website" text,
	"organisation_id" uuid,
	"started_on" text,
	"ended_on" text,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_text" (
	"programme_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"abbreviation" text,
	CONSTRAINT "programme_text_programme_id_locale_pk" PRIMARY KEY("programme_id","locale")
);
--> statement-breakpoint
CREATE TABLE "address" (
	"path" text PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"state" text NOT NULL,
	"moved_to" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_state_check" CHECK ("address"."state" in ('live', 'moved', 'gone')),
	CONSTRAINT "address_moved_check" CHECK (("address"."state" = 'moved') = ("address"."moved_to" is not null))
);
--> statement-breakpoint
CREATE TABLE "record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"import_key" text,
	"slug" text,
	"source_locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"deleted_at" timestamp with time zone,
	"deleted_by" uuid,
	CONSTRAINT "record_source_locale_check" CHECK ("record"."source_locale" in ('ar', 'de', 'en'))
);
--> statement-breakpoint
CREATE TABLE "record_ref" (
	"record_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"path" text NOT NULL,
	"target_id" uuid NOT NULL,
	CONSTRAINT "record_ref_record_id_scope_path_target_id_pk" PRIMARY KEY("record_id","scope","path","target_id")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"record_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"n" integer NOT NULL,
	"base_n" integer,
	"content" jsonb NOT NULL,
	"changed_paths" text[] NOT NULL,
	"kind" text NOT NULL,
	"minor" boolean DEFAULT false NOT NULL,
	"note" text,
	"schema_version" integer NOT NULL,
	"author" uuid,
	"edit_session" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revision_record_id_scope_n_pk" PRIMARY KEY("record_id","scope","n"),
	CONSTRAINT "revision_kind_check" CHECK ("revision"."kind" in ('create', 'save', 'autosave', 'merge', 'restore', 'discard', 'import', 'duplicate'))
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"purged_at" timestamp with time zone NOT NULL,
	"purged_by" uuid
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"record_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"head_rev" integer NOT NULL,
	"published_rev" integer,
	"basis" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stale_paths" text[] DEFAULT '{}' NOT NULL,
	"assignee" uuid,
	"due_on" date,
	"scheduled_for" timestamp with time zone,
	"submitted_by" uuid,
	"return_note" text,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "unit_record_id_scope_pk" PRIMARY KEY("record_id","scope"),
	CONSTRAINT "unit_scope_check" CHECK ("unit"."scope" in ('facts', 'ar', 'de', 'en')),
	CONSTRAINT "unit_state_check" CHECK ("unit"."state" in ('draft', 'in_review', 'approved', 'published'))
);
--> statement-breakpoint
CREATE TABLE "story" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"published_on" text,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_link" (
	"story_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"target_kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "story_link_story_id_target_id_pk" PRIMARY KEY("story_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "story_text" (
	"story_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "story_text_story_id_locale_pk" PRIMARY KEY("story_id","locale")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"sdgs" integer[] DEFAULT '{}' NOT NULL,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_text" (
	"theme_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "theme_text_theme_id_locale_pk" PRIMARY KEY("theme_id","locale")
);
--> statement-breakpoint
ALTER TABLE "person_grant" ADD CONSTRAINT "person_grant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_link" ADD CONSTRAINT "set_up_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_text" ADD CONSTRAINT "organisation_text_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_programme" ADD CONSTRAINT "partnership_programme_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_programme" ADD CONSTRAINT "partnership_programme_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_text" ADD CONSTRAINT "partnership_text_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_theme" ADD CONSTRAINT "partnership_theme_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_theme" ADD CONSTRAINT "partnership_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_population" ADD CONSTRAINT "place_population_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_text" ADD CONSTRAINT "place_text_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_text" ADD CONSTRAINT "programme_text_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_deleted_by_person_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_ref" ADD CONSTRAINT "record_ref_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_ref" ADD CONSTRAINT "record_ref_target_id_record_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."record"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_person_id_fk" FOREIGN KEY ("author") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_unit_fk" FOREIGN KEY ("record_id","scope") REFERENCES "public"."unit"("record_id","scope") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_assignee_person_id_fk" FOREIGN KEY ("assignee") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_story_id_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."story"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_text" ADD CONSTRAINT "story_text_story_id_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."story"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_text" ADD CONSTRAINT "theme_text_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_grant_person_idx" ON "person_grant" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_key" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "session_person_idx" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_path_idx" ON "claim" USING btree ("record_id","path");--> statement-breakpoint
CREATE INDEX "job_due_idx" ON "job" USING btree ("run_at") WHERE done_at is null and failed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "job_waiting_key" ON "job" USING btree ("kind","unique_key") WHERE done_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "audit_event_subject_idx" ON "audit_event" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_actor_idx" ON "audit_event" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_at_idx" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "organisation_place_idx" ON "organisation" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partnership_slug_key" ON "partnership" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "partnership_type_idx" ON "partnership" USING btree ("type");--> statement-breakpoint
CREATE INDEX "partnership_party_place_idx" ON "partnership_party" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "partnership_party_organisation_idx" ON "partnership_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "partnership_programme_programme_idx" ON "partnership_programme" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "partnership_theme_theme_idx" ON "partnership_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "place_slug_key" ON "place" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "place_country_idx" ON "place" USING btree ("country");--> statement-breakpoint
CREATE INDEX "place_text_sort_idx" ON "place_text" USING btree ("locale","sort_key");--> statement-breakpoint
CREATE UNIQUE INDEX "programme_slug_key" ON "programme" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "address_record_idx" ON "address" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_ref_key" ON "record" USING btree ("ref");--> statement-breakpoint
CREATE UNIQUE INDEX "record_import_key_key" ON "record" USING btree ("import_key");--> statement-breakpoint
CREATE UNIQUE INDEX "record_slug_key" ON "record" USING btree ("kind","slug") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "record_kind_idx" ON "record" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "record_ref_target_idx" ON "record_ref" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "revision_autosave_idx" ON "revision" USING btree ("created_at") WHERE kind = 'autosave';--> statement-breakpoint
CREATE INDEX "unit_updated_idx" ON "unit" USING btree ("scope","state","updated_at");--> statement-breakpoint
CREATE INDEX "unit_title_idx" ON "unit" USING btree ((content ->> 'title'));--> statement-breakpoint
CREATE UNIQUE INDEX "story_slug_key" ON "story" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "story_link_target_idx" ON "story_link" USING btree ("target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "theme_slug_key" ON "theme" USING btree ("slug");