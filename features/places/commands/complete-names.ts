import { notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { placeName, placeText } from '#db/schema/places.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { writePlaceNames } from '../internal/place-names.ts';

/** What one turn writes. */
const AT_ONCE = 1000;

/** Writes the names in lists of places that were released before there were such names. */
export const completeNames = defineCommand({
  name: 'place.completeNames',
  input: z.strictObject({}),
  load: async ({ tx }) => {
    const names = tx.select({ one: sql`1` }).from(placeName);
    const own = names.where(sql`${placeName.placeId} = ${placeText.placeId}`);
    return tx.selectDistinct({ id: placeText.placeId }).from(placeText).where(notExists(own)).limit(AT_ONCE);
  },
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx }, places) => {
    if (places.length > 0)
      await writePlaceNames(
        tx,
        places.map(({ id }) => id),
      );
    return { written: places.length };
  },
});
