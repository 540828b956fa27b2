CREATE TABLE "imported_unit" (
	"record_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "imported_unit_record_id_scope_pk" PRIMARY KEY("record_id","scope")
);
--> statement-breakpoint
ALTER TABLE "imported_unit" ADD CONSTRAINT "imported_unit_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
grant select, insert, update, delete on imported_unit to madinatan_app;
