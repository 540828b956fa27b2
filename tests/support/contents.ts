import type { Content, KindName } from '#features/records/model.ts';

/** One source, named `s1`. */
export const SOURCES = [{ id: 's1', publisher: 'Senatskanzlei Hamburg', url: 'https://www.hamburg.de/busan' }];

/** A rich text of one paragraph. */
export function paragraph(text: string, id = 'b1'): Content {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] }] };
}

/** The facts of a partnership of two places that may be published as they are. */
export function partnershipFacts(places: readonly string[], changes: Content = {}): Content {
  return {
    slug: 'hamburg-busan',
    type: 'cooperation',
    parties: places.map((place, index) => ({ id: `p${String(index + 1)}`, place })),
    agreements: [{ id: 'a1', kind: 'declaration', signedOn: '2023-05-04', sourceId: 's1' }],
    sources: SOURCES,
    claims: ['type', 'parties'].map((path) => ({ id: `c-${path}`, path, sourceId: 's1', accepted: true })),
    ...changes,
  };
}

/** The facts of a record of any other kind that may be published as they are. */
export function factsOf(kind: Exclude<KindName, 'partnership'>, slug: string, changes: Content = {}): Content {
  const own = { place: { kind: 'city', country: 'DE' }, organisation: { kind: 'network' } };
  return { slug, ...(kind === 'place' || kind === 'organisation' ? own[kind] : {}), ...changes };
}

/** A text of any kind. */
export function textOf(title: string, changes: Content = {}): Content {
  return { title, ...changes };
}
