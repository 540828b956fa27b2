DROP INDEX "search_entry_words_idx";--> statement-breakpoint
DROP INDEX "search_word_sounds_idx";--> statement-breakpoint
DROP INDEX "search_word_remainders_idx";--> statement-breakpoint
CREATE INDEX "search_entry_words_idx" ON "search_entry" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_word_sounds_idx" ON "search_word" USING gin ("sounds") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_word_remainders_idx" ON "search_word" USING gin ("remainders") WITH (fastupdate=false);