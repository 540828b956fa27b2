import type { PartnershipQuestion } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import type { Locale } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { PAGE_SIZE } from './partnership-list-view.tsx';

/** One page of the list and the counts of its filters, for today. */
export async function readPartnershipList(question: PartnershipQuestion, locale: Locale) {
  const day = siteDayOf(new Date());
  const page = await findPartnershipPage(question, { locale, day, size: PAGE_SIZE });
  const counts = await countFacets(page.resolved, { locale, day });
  return { page, counts, day };
}
