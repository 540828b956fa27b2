import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListedStatus } from '#features/partnerships/components/listed-status.tsx';
import { listPublishedPartnerships } from '#features/partnerships/queries/list-published-partnerships.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { type Found, FOUND_KINDS, QUERY_LENGTH_MAX, SEARCH_TAG } from '#features/search/model.ts';
import { findRecords } from '#features/search/queries/find-records.ts';
import { isLocale, type Locale } from '#i18n/locales.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { type Question, valueOf } from '#ui/address-with.ts';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PublicFrame } from '../../_components/public-frame.tsx';
import {
  type Answer,
  HITS_PER_KIND,
  HITS_PER_PAGE,
  PAGES_MAX,
  type SearchQuestion,
  SearchView,
} from '../../search/_components/search-view.tsx';

export const dynamic = 'force-dynamic';

const PATH = '/search';

interface Props {
  searchParams: Promise<Question>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [asked, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('Search')]);
  const query = valueOf(asked, 'q').slice(0, QUERY_LENGTH_MAX);
  const title = query === '' ? t('title') : t('titleOf', { query: plainIsolate(query) });
  return pageMetadata({ path: PATH, locale, title, description: t('description'), isAnswer: true });
}

export default async function SearchAnswerPage({ searchParams }: Props) {
  const [asked, locale] = await Promise.all([searchParams, getLocale()]);
  const question = readQuestion(asked);
  const { query, type, page } = question;
  const language = valueOf(asked, 'language');
  const wish = { locale, type, ...(isLocale(language) ? { language } : {}) };
  const part =
    type === undefined
      ? { limit: HITS_PER_KIND * FOUND_KINDS.length, perKind: HITS_PER_KIND }
      : { limit: HITS_PER_PAGE, offset: (page - 1) * HITS_PER_PAGE };
  const answer = query === '' ? null : await answerTo(await findRecords(query, { ...wish, ...part }), locale);
  return (
    <PublicFrame path={PATH} question={{ q: query, type }}>
      {await tagPage(locale, [SEARCH_TAG])}
      <SearchView answer={answer} question={question} />
    </PublicFrame>
  );
}

/** Each partnership with its status today. */
async function answerTo(found: Found, locale: Locale): Promise<Answer> {
  const refs = found.hits.filter(({ type }) => type === 'partnership').map(({ ref }) => ref);
  const day = siteDayOf(new Date());
  const partnerships = await listPublishedPartnerships(locale, { refs });
  const notes = partnerships.map(
    (one) => [one.ref, <ListedStatus day={day} key={one.ref} partnership={one} />] as const,
  );
  return { found, notes: new Map(notes) };
}

function readQuestion(asked: Question): SearchQuestion {
  const [given, pageGiven] = [valueOf(asked, 'type'), valueOf(asked, 'page')];
  const type = FOUND_KINDS.find((kind) => kind === given);
  const page = /^\d{1,3}$/u.test(pageGiven) ? Math.min(PAGES_MAX, Math.max(1, Number(pageGiven))) : 1;
  return {
    query: valueOf(asked, 'q').slice(0, QUERY_LENGTH_MAX),
    type,
    page,
    unknown: given !== '' && type === undefined ? [given] : [],
  };
}
