CREATE TABLE "partnership_status" (
	"partnership_id" uuid NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text,
	"status" text NOT NULL,
	CONSTRAINT "partnership_status_partnership_id_from_day_pk" PRIMARY KEY("partnership_id","from_day")
);
--> statement-breakpoint
ALTER TABLE "partnership_status" ADD CONSTRAINT "partnership_status_partnership_id_partnership_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partnership_status_status_idx" ON "partnership_status" USING btree ("status","partnership_id");--> statement-breakpoint
CREATE INDEX "partnership_published_idx" ON "partnership" USING btree ("published_at" DESC NULLS LAST,"id");
--> statement-breakpoint
grant select, insert, update, delete on partnership_status to madinatan_app;
--> statement-breakpoint
grant select on partnership_status to madinatan_public;
