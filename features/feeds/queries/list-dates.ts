import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipText } from '#db/schema/partnerships.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A day on which something was agreed or ends. */
export interface DatedAgreement extends Record<string, unknown> {
  ref: string;
  slug: string;
  title: string;
  agreementId: string;
  kind: string;
  /** As precisely as known. */
  signedOn: string | null;
  inForceUntil: string | null;
  /** The last release of the facts, an instant in UTC. */
  changedAt: string;
}

/** Agreements of which a day is known, of as many partnerships as a calendar takes. */
export async function listDatedAgreements(locale: Locale, limit: number): Promise<DatedAgreement[]> {
  const rows = await publicDb().execute<DatedAgreement>(sql`
    select p.ref, p.slug, t.title, a.id as "agreementId", a.kind, a.signed_on as "signedOn", a.in_force_until as "inForceUntil",
      to_char(p.published_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as "changedAt"
    from agreement a join partnership p on p.id = a.partnership_id
    cross join lateral (select title from ${partnershipText} where partnership_id = p.id
      order by ${nearestFirst(partnershipText.locale, FALLBACK[locale])} limit 1) t
    where length(a.signed_on) = 10 or length(a.in_force_until) = 10
    order by p.ref, a.position limit ${limit}`);
  return [...rows];
}
