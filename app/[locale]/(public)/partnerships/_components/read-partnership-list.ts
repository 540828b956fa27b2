import type { PartnershipQuestion, PartnershipView } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import type { Locale } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';

/** How many partnerships one page shows; above so many a map of single lines would be a web, and its page heavy. */
const PAGE_SIZE: Record<PartnershipView, number> = { list: 20, table: 20, map: 200 };

/** One page of the list and the counts of its filters, for today. */
export async function readPartnershipList(question: PartnershipQuestion, locale: Locale) {
  const day = siteDayOf(new Date());
  const page = await findPartnershipPage(question, { locale, day, size: PAGE_SIZE[question.view] });
  const counts = await countFacets(page.resolved, { locale, day });
  return { page, counts, day };
}
