ALTER TABLE "search_word" ADD COLUMN "remainders" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_word_remainders_idx" ON "search_word" USING gin ("remainders");