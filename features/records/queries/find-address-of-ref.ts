import { and, eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { organisation } from '#db/schema/organisations.ts';
import { page } from '#db/schema/pages.ts';
import { partnership } from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import { programme } from '#db/schema/programmes.ts';
import { address } from '#db/schema/records.ts';
import { story } from '#db/schema/stories.ts';
import { theme } from '#db/schema/themes.ts';
import { REF_LETTER } from '../model.ts';
import { KINDS_WITH_PAGES } from '../public-pages.ts';
import { publicPath, refPath } from '../public-path.ts';

const TABLES = { organisation, page, partnership, place, programme, story, theme } as const satisfies Record<
  (typeof KINDS_WITH_PAGES)[number],
  unknown
>;

/** Where a record stands that was named by its short name. */
export interface AddressOfRef {
  id: string;
  /** Without language prefix. */
  path: `/${string}`;
}

/**
 * The record behind a permanent short name, and its address.
 *
 * @param ref - as `P-104`, in capital or small letters; untrusted
 * @returns `null` where nothing published that has a page has that name
 */
export async function findAddressOfRef(ref: string): Promise<AddressOfRef | null> {
  const shape = /^([a-z])-(\d{1,9})$/iu.exec(ref);
  const letter = shape?.[1]?.toUpperCase();
  const kind = KINDS_WITH_PAGES.find((name) => REF_LETTER[name] === letter);
  if (kind === undefined) return null;
  const table = TABLES[kind];
  const [row] = await publicDb()
    .select({ id: table.id, slug: table.slug })
    .from(table)
    .where(eq(table.ref, ref.toUpperCase()))
    .limit(1);
  return row === undefined ? findSuccessor(ref.toUpperCase()) : { id: row.id, path: publicPath(kind, row.slug) };
}

/** Where the record stands that took the place of the one that had this short name. */
async function findSuccessor(ref: string): Promise<AddressOfRef | null> {
  const [row] = await publicDb()
    .select({ id: address.recordId, path: address.movedTo })
    .from(address)
    .where(and(eq(address.path, refPath(ref)), eq(address.state, 'moved')));
  return row === undefined || row.path?.startsWith('/') !== true ? null : { id: row.id, path: `/${row.path.slice(1)}` };
}
