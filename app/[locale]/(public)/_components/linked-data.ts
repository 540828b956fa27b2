import type { PublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import type { PublishedPlace } from '#features/places/queries/find-published-place.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import type { PublishedStory } from '#features/stories/queries/find-published-story.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';

/** A node of linked data. */
type Node = Record<string, unknown>;

/** A step on the way to a page. */
interface Step {
  name: string;
  path: string;
}

const CONTEXT = { '@vocab': 'https://schema.org/', org: 'http://www.w3.org/ns/org#' };

/** A partnership: its sides, its themes and since when. */
export function partnershipNode(partnership: PublishedPartnership, locale: Locale): Node {
  const { slug, title, lead, textLocale, since, parties, themes, ref } = partnership;
  const whole = wholeIn(locale);
  const sides = parties.map(({ names, placeSlug, placeId }) => ({
    '@type': placeId === null ? 'Organization' : 'City',
    name: nearestText(names, locale)?.text,
    ...(placeSlug === null || placeId === null ? {} : { url: whole(publicPath('place', placeSlug)) }),
  }));
  return {
    '@context': CONTEXT,
    '@type': ['org:OrganizationalCollaboration', 'Organization'],
    '@id': wholeAddress(`/r/${ref}`),
    url: whole(publicPath('partnership', slug)),
    name: title,
    ...optional('description', lead),
    inLanguage: textLocale,
    ...optional('foundingDate', since),
    member: sides,
    knowsAbout: themes.map(({ names }) => nearestText(names, locale)?.text),
  };
}

/** A place: its names, where it lies, and its identifiers elsewhere. */
export function placeNode(place: PublishedPlace, locale: Locale): Node {
  const { slug, title, kind, country, latitude, longitude, names, wikidata, ref } = place;
  const alternate = [...new Set(Object.values(names))].filter((name) => name !== title);
  return {
    '@context': CONTEXT,
    '@type': kind === 'city' || kind === 'municipality' ? 'City' : 'AdministrativeArea',
    '@id': wholeAddress(`/r/${ref}`),
    url: wholeIn(locale)(publicPath('place', slug)),
    name: title,
    ...(alternate.length === 0 ? {} : { alternateName: alternate }),
    containedInPlace: { '@type': 'Country', identifier: country },
    ...(latitude === null || longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(wikidata === null ? {} : { sameAs: `https://www.wikidata.org/entity/${wikidata}` }),
  };
}

/** An article of the register's own. */
export function storyNode({ slug, title, lead, textLocale, publishedOn, ref }: PublishedStory, locale: Locale): Node {
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    '@id': wholeAddress(`/r/${ref}`),
    url: wholeIn(locale)(publicPath('story', slug)),
    headline: title,
    ...optional('description', lead),
    inLanguage: textLocale,
    ...optional('datePublished', publishedOn),
  };
}

/** The way from the front page to here. */
export function breadcrumbNode(steps: readonly Step[], locale: Locale): Node {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: wholeIn(locale)(path),
    })),
  };
}

/** The site, and how it is searched. */
export function siteNode(name: string, locale: Locale): Node {
  const whole = wholeIn(locale);
  return {
    '@context': CONTEXT,
    '@type': 'WebSite',
    name,
    url: whole('/'),
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${whole('/search')}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function wholeIn(locale: Locale): (path: string) => string {
  return (path) => wholeAddress(localisePath(locale, path));
}

/** A fact that is not known is left out. */
function optional(name: string, value: string | null): Node {
  return value === null ? {} : { [name]: value };
}
