/** A source as a row of an import names it. */
interface NamedSource {
  id: string;
  publisher: string;
  title: string;
  url: string;
  retrievedOn: string;
  kind: 'dataset';
}

/** Where the pairs and the identifiers come from. */
export const PAIRS_SOURCE: NamedSource = {
  id: 'wikidata-2016',
  publisher: 'Wikidata',
  title: 'Property P190, twinned administrative body (CC0)',
  url: 'https://www.wikidata.org/wiki/Property:P190',
  retrievedOn: '2016-09',
  kind: 'dataset',
};

const WIKIDATA_2018: NamedSource = {
  id: 'wikidata-2018',
  publisher: 'Wikidata',
  title: 'Query results of 2018, joined by name and a common partner city (CC0)',
  url: 'https://www.wikidata.org',
  retrievedOn: '2018',
  kind: 'dataset',
};

const GEONAMES_2017: NamedSource = {
  id: 'geonames-2017',
  publisher: 'GeoNames',
  title: 'Dump of February 2017, cities15000 (CC BY 4.0)',
  url: 'https://www.geonames.org',
  retrievedOn: '2017-02',
  kind: 'dataset',
};

const NATURAL_EARTH_2017: NamedSource = {
  id: 'natural-earth-2017',
  publisher: 'Natural Earth',
  title: 'Populated places 1:10m (public domain)',
  url: 'https://www.naturalearthdata.com',
  retrievedOn: '2017',
  kind: 'dataset',
};

/** What the column `population_source` may say. A figure from anywhere else has no source and is left out. */
export const POPULATION_SOURCES: ReadonlyMap<string, NamedSource> = new Map([
  ['geonames2017', GEONAMES_2017],
  ['wikidata2018', WIKIDATA_2018],
]);

/** What the column `coord_source` may say. */
export const POSITION_SOURCES: ReadonlyMap<string, NamedSource> = new Map([
  ['naturalearth', NATURAL_EARTH_2017],
  ['wikidata2018-by-name+neighbour', WIKIDATA_2018],
]);
