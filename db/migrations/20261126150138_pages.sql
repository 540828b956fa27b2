CREATE TABLE "page" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"slug" text NOT NULL,
	"is_easy" boolean DEFAULT false NOT NULL,
	"source_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_text" (
	"page_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" jsonb,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "page_text_page_id_locale_pk" PRIMARY KEY("page_id","locale")
);
--> statement-breakpoint
ALTER TABLE "page_text" ADD CONSTRAINT "page_text_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "page_slug_key" ON "page" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "page_ref_idx" ON "page" USING btree ("ref");--> statement-breakpoint
create sequence record_ref_w start with 101;
--> statement-breakpoint
grant usage on sequence record_ref_w to madinatan_app;
--> statement-breakpoint
grant select, insert, update, delete on page, page_text to madinatan_app;
--> statement-breakpoint
grant select on page, page_text to madinatan_public;
