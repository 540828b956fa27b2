import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { claim, source } from '#db/schema/evidence.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import {
  agreement,
  decision,
  milestone,
  partnership,
  partnershipParty,
  partnershipProgramme,
  partnershipTheme,
  project,
} from '#db/schema/partnerships.ts';
import { place, placeText } from '#db/schema/places.ts';
import { programme, programmeText } from '#db/schema/programmes.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { jsonRows, nested } from '#db/sql/json-rows.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import type { ByLocale } from '#i18n/nearest-text.ts';

const AGREEMENT_FIELDS = {
  id: agreement.id,
  kind: agreement.kind,
  signedOn: agreement.signedOn,
  inForceFrom: agreement.inForceFrom,
  inForceUntil: agreement.inForceUntil,
  openEnded: agreement.openEnded,
  renews: agreement.renews,
  url: agreement.url,
  sourceId: agreement.sourceId,
};

const DECISION_FIELDS = {
  id: decision.id,
  status: decision.status,
  decidedOn: decision.decidedOn,
  sourceId: decision.sourceId,
};

const MILESTONE_FIELDS = {
  id: milestone.id,
  kind: milestone.kind,
  date: milestone.date,
  dateEnd: milestone.dateEnd,
  sourceId: milestone.sourceId,
};

const PROJECT_FIELDS = {
  id: project.id,
  startedOn: project.startedOn,
  endedOn: project.endedOn,
  url: project.url,
  sourceId: project.sourceId,
};

/** What the status is computed from, as values of a query over `partnership`. */
export function statusLists(db: Database) {
  return {
    agreements: nested(
      db
        .select({ value: jsonRows(AGREEMENT_FIELDS, [agreement.position]) })
        .from(agreement)
        .where(eq(agreement.partnershipId, partnership.id)),
    ),
    decisions: nested(
      db
        .select({ value: jsonRows(DECISION_FIELDS, [decision.position]) })
        .from(decision)
        .where(eq(decision.partnershipId, partnership.id)),
    ),
    milestones: nested(
      db
        .select({ value: jsonRows(MILESTONE_FIELDS, [milestone.position]) })
        .from(milestone)
        .where(eq(milestone.partnershipId, partnership.id)),
    ),
  };
}

/** Whether a partnership has sources, all of them are data sets, and nobody checked a claim: a value of a query over `partnership`. */
export function isImported(db: Database) {
  const of = db
    .select({ value: sql<boolean>`coalesce(bool_and(${source.kind} is not distinct from 'dataset'), false)` })
    .from(source);
  const checked = db
    .select({ one: sql`1` })
    .from(claim)
    .where(and(eq(claim.recordId, partnership.id), isNotNull(claim.checkedOn)));
  return sql<boolean>`(${nested(of.where(eq(source.recordId, partnership.id)))} and not exists ${checked})`;
}

/** The projects as a value of a query over `partnership`. */
export function projectList(db: Database) {
  return nested(
    db
      .select({ value: jsonRows(PROJECT_FIELDS, [project.position]) })
      .from(project)
      .where(eq(project.partnershipId, partnership.id)),
  );
}

/** The sides as a value of a query over `partnership`. An organisation stands where its place stands. */
export function partyList(db: Database) {
  const fields = {
    id: partnershipParty.id,
    role: partnershipParty.role,
    ownType: partnershipParty.ownType,
    confirmation: partnershipParty.confirmation,
    confirmedOn: partnershipParty.confirmedOn,
    placeId: partnershipParty.placeId,
    organisationId: partnershipParty.organisationId,
    placeSlug: place.slug,
    organisationSlug: organisation.slug,
    country: sql<string | null>`coalesce(${place.country}, ${organisation.country})`,
    latitude: sql<number | null>`${place.latitude}`,
    longitude: sql<number | null>`${place.longitude}`,
    names: sql<ByLocale>`case when ${partnershipParty.placeId} is null
      then ${localeNames(db, { text: organisationText, owner: organisationText.organisationId, id: organisation.id })}
      else ${localeNames(db, { text: placeText, owner: placeText.placeId, id: place.id })} end`,
  };
  return nested(
    db
      .select({ value: jsonRows(fields, [partnershipParty.position]) })
      .from(partnershipParty)
      .leftJoin(organisation, eq(organisation.id, partnershipParty.organisationId))
      .leftJoin(place, eq(place.id, sql`coalesce(${partnershipParty.placeId}, ${organisation.placeId})`))
      .where(eq(partnershipParty.partnershipId, partnership.id)),
  );
}

/** The fields of cooperation as a value of a query over `partnership`. */
export function themeList(db: Database) {
  const fields = {
    id: theme.id,
    slug: theme.slug,
    names: localeNames(db, { text: themeText, owner: themeText.themeId, id: theme.id }),
  };
  return nested(
    db
      .select({ value: jsonRows(fields, [partnershipTheme.position]) })
      .from(partnershipTheme)
      .innerJoin(theme, eq(theme.id, partnershipTheme.themeId))
      .where(eq(partnershipTheme.partnershipId, partnership.id)),
  );
}

/** The programmes as a value of a query over `partnership`. */
export function programmeList(db: Database) {
  const fields = {
    id: programme.id,
    slug: programme.slug,
    names: localeNames(db, { text: programmeText, owner: programmeText.programmeId, id: programme.id }),
  };
  return nested(
    db
      .select({ value: jsonRows(fields, [partnershipProgramme.position]) })
      .from(partnershipProgramme)
      .innerJoin(programme, eq(programme.id, partnershipProgramme.programmeId))
      .where(eq(partnershipProgramme.partnershipId, partnership.id)),
  );
}
