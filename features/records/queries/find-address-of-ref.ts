import { eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership } from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import { story } from '#db/schema/stories.ts';
import { REF_LETTER } from '../model.ts';
import { publicPath } from '../public-path.ts';

/** The kinds whose records have pages. */
const TABLES = { partnership, place, story } as const;
const KINDS = ['partnership', 'place', 'story'] as const satisfies readonly (keyof typeof TABLES)[];

/**
 * The address behind a permanent short name.
 *
 * @param ref - as `P-104`, in capital or small letters; untrusted
 * @returns the path without language prefix, or `null` where nothing published that has a page has that name
 */
export async function findAddressOfRef(ref: string): Promise<`/${string}` | null> {
  const shape = /^([a-z])-(\d{1,9})$/iu.exec(ref);
  const letter = shape?.[1]?.toUpperCase();
  const kind = KINDS.find((name) => REF_LETTER[name] === letter);
  if (kind === undefined) return null;
  const table = TABLES[kind];
  const [row] = await publicDb()
    .select({ slug: table.slug })
    .from(table)
    .where(eq(table.ref, ref.toUpperCase()))
    .limit(1);
  return row === undefined ? null : publicPath(kind, row.slug);
}
