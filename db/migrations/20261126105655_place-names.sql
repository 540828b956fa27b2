CREATE TABLE "place_name" (
	"place_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"text_locale" text NOT NULL,
	"sort_key" text NOT NULL,
	"letter" text NOT NULL,
	CONSTRAINT "place_name_place_id_locale_pk" PRIMARY KEY("place_id","locale")
);
--> statement-breakpoint
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_name_letter_idx" ON "place_name" USING btree ("locale","letter");--> statement-breakpoint
CREATE INDEX "place_name_ar_idx" ON "place_name" USING btree (sort_key collate "ar-x-icu","place_id") WHERE locale = 'ar';--> statement-breakpoint
CREATE INDEX "place_name_de_idx" ON "place_name" USING btree (sort_key collate "de-x-icu","place_id") WHERE locale = 'de';--> statement-breakpoint
CREATE INDEX "place_name_en_idx" ON "place_name" USING btree (sort_key collate "en-x-icu","place_id") WHERE locale = 'en';
--> statement-breakpoint
grant select, insert, update, delete on place_name to madinatan_app;
--> statement-breakpoint
grant select on place_name to madinatan_public;
