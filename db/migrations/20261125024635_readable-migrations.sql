-- The application may see which migrations were applied: a server that is newer than its database says so.
grant usage on schema drizzle to madinatan_app;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to madinatan_app;
