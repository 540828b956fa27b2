import { type SQL, sql } from 'drizzle-orm';
import { organisation } from '#db/schema/organisations.ts';
import {
  partnership,
  partnershipParty,
  partnershipProgramme,
  partnershipStatus,
  partnershipTheme,
} from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import { programme } from '#db/schema/programmes.ts';
import { theme } from '#db/schema/themes.ts';
import type { MapFilter } from '../map-filter.ts';

/** The sides of partnerships with the place where each stands: its own, or that of its organisation. */
export const SIDES = sql`(
  select ${partnershipParty}.partnership_id, ${partnershipParty}.position, ${place}.country,
    ${place}.latitude, ${place}.longitude
  from ${partnershipParty}
  left join ${organisation} on ${organisation}.id = ${partnershipParty}.organisation_id
  join ${place} on ${place}.id = coalesce(${partnershipParty}.place_id, ${organisation}.place_id)
)`;

/**
 * What a partnership must meet to be on a map.
 *
 * @param day - the calendar day whose statuses count
 */
export function mappedConditions(filter: MapFilter, day: string): SQL[] {
  const { countries, theme: themeSlug, type, programme: programmeSlug, status } = filter;
  const found: SQL[] = [];
  const [first, second] = countries;
  if (type !== null) found.push(sql`${partnership.type} = ${type}`);
  if (themeSlug !== null) {
    found.push(sql`${partnership.id} in (
      select ${partnershipTheme}.partnership_id from ${partnershipTheme}
      join ${theme} on ${theme}.id = ${partnershipTheme}.theme_id where ${theme}.slug = ${themeSlug})`);
  }
  if (programmeSlug !== null) {
    found.push(sql`${partnership.id} in (
      select ${partnershipProgramme}.partnership_id from ${partnershipProgramme}
      join ${programme} on ${programme}.id = ${partnershipProgramme}.programme_id
      where ${programme}.slug = ${programmeSlug})`);
  }
  if (status !== null) {
    found.push(sql`${partnership.id} in (
      select partnership_id from ${partnershipStatus}
      where status = ${status} and from_day <= ${day} and (until_day is null or until_day > ${day}))`);
  }
  if (first !== undefined) found.push(second === undefined ? hasSideIn(first) : joins(first, second));
  return found;
}

function hasSideIn(country: string): SQL {
  return sql`${partnership.id} in (select partnership_id from ${SIDES} as side where country = ${country})`;
}

function joins(first: string, second: string): SQL {
  return sql`${partnership.id} in (
    select one.partnership_id from ${SIDES} as one
    join ${SIDES} as other on other.partnership_id = one.partnership_id and other.position <> one.position
    where one.country = ${first} and other.country = ${second})`;
}
