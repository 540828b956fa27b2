import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listPublishedPartnerships } from '#features/partnerships/queries/list-published-partnerships.ts';
import { countPublished } from '#features/partnerships/queries/count-published.ts';
import { partnershipListTags } from '#features/partnerships/cached.ts';
import { homePicture } from '#features/pictures/describe-picture.ts';
import { readPictureWords } from '#features/pictures/picture-words.ts';
import { storyListTags } from '#features/stories/cached.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { listPublishedThemes } from '#features/themes/queries/list-published-themes.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { Hero } from '#ui/hero.tsx';
import { pairSeal } from '#ui/seal-geometry.ts';
import { JsonLd } from '#ui/json-ld.tsx';
import { PublicSearch } from './_components/public-search.tsx';
import { siteNode } from './_components/linked-data.ts';
import { pageMetadata } from './_components/page-metadata.ts';
import { PublicFrame } from './_components/public-frame.tsx';
import { HomeSections } from './_components/home-sections.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

/** The mark of the site is drawn at the angle of Hamburg and Busan. */
const MARK = pairSeal({ bearing: 47 });
const CARDS_MAX = 6;

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Common')]);
  const pictureAlt = homePicture(await readPictureWords(locale)).alt;
  return pageMetadata({ path: '/', locale, description: t('siteDescription'), pictureAlt });
}

export default async function HomePage() {
  const [locale, t, site] = await Promise.all([getLocale(), getTranslations('Home'), getTranslations('Common')]);
  const [partnerships, stories, themes, counts] = await Promise.all([
    listPublishedPartnerships(locale, { newest: CARDS_MAX }),
    listPublishedStories(locale),
    listPublishedThemes(locale),
    countPublished(),
  ]);
  return (
    <PublicFrame path="/">
      <JsonLd value={siteNode(site('siteName'), locale)} />
      {await tagPage(locale, [...partnershipListTags(), ...storyListTags()])}
      <Hero lead={t('lead')} shape={MARK} title={t('title')}>
        <PublicSearch label={t('search')} look="saffron" placeholder={t('searchExample')} submit={t('searchSubmit')} />
      </Hero>
      <HomeSections
        counts={counts}
        day={siteDayOf(new Date())}
        partnerships={partnerships}
        stories={stories}
        themes={themes}
      />
    </PublicFrame>
  );
}
