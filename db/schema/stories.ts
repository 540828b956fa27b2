import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { textColumns } from './text-columns.ts';

/** Published: an article of the register's own. */
export const story = pgTable(
  'story',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    publishedOn: text(),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('story_slug_key').on(table.slug),
    // The permanent short address.
    index('story_ref_idx').on(table.ref),
  ],
);

const ofStory = () =>
  uuid()
    .notNull()
    .references(() => story.id, { onDelete: 'cascade' });

/** Published: the text of a story in one language. */
export const storyText = pgTable('story_text', { storyId: ofStory(), ...textColumns() }, (table) => [
  primaryKey({ columns: [table.storyId, table.locale] }),
]);

/** Published: the records a story speaks of, in its own order. */
export const storyLink = pgTable(
  'story_link',
  {
    storyId: ofStory(),
    targetId: uuid().notNull(),
    targetKind: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.targetId] }),
    index('story_link_target_idx').on(table.targetId),
  ],
);
