CREATE TABLE "beat" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" uuid NOT NULL,
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	CONSTRAINT "site_is_only_check" CHECK ("site"."is_only")
);

--> statement-breakpoint
-- The identity is made once, here; who copies the database takes it along.
insert into site (id) values (gen_random_uuid());
--> statement-breakpoint
grant select, insert, update on beat to madinatan_app;
--> statement-breakpoint
grant select on site to madinatan_app;
