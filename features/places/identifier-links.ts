/** The names under which other registers know a place. */
export interface PlaceIdentifiers {
  wikidata: string | null;
  geonames: string | null;
  unlocode: string | null;
  nuts: string | null;
}

/** A name in another register and where it can be looked up. */
export interface IdentifierLink {
  /** The register, a proper name in every language. */
  name: string;
  code: string;
  /** `null` where the register has no page for each entry. */
  href: string | null;
}

/** The names of a place in other registers, only those that are known. */
export function identifierLinks({ wikidata, geonames, unlocode, nuts }: PlaceIdentifiers): IdentifierLink[] {
  const links: (IdentifierLink | null)[] = [
    wikidata === null ? null : { name: 'Wikidata', code: wikidata, href: `https://www.wikidata.org/wiki/${wikidata}` },
    geonames === null ? null : { name: 'GeoNames', code: geonames, href: `https://www.geonames.org/${geonames}` },
    unlocode === null ? null : { name: 'UN/LOCODE', code: unlocode, href: null },
    nuts === null ? null : { name: 'NUTS', code: nuts, href: null },
  ];
  return links.filter((link) => link !== null);
}
