import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientModule, EarlyScript } from '#app/client/client-module.tsx';
import { STANDING_PAGES, WELL_KNOWN_PAGES } from '#features/records/public-pages.ts';
import { LANGUAGE_NAME, LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import { LanguageSwitch } from '#ui/language-switch.tsx';
import type { NavEntry } from '#ui/nav-list.tsx';
import { SiteFooter } from '#ui/site-footer.tsx';
import { SiteHeader } from '#ui/site-header.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import { addressWith, type Question } from '#ui/address-with.ts';
import { LanguageOffers } from './language-offers.tsx';
import { licenceLink } from './licence-link.tsx';
import { previewFrame } from './preview-frame.ts';
import { ChoicesButton, ChoicesPanel } from './reader-choices.tsx';

interface PublicFrameProps {
  /** The address of the page without language prefix; the switch of languages keeps it. */
  path: string;
  /** What the page was asked by its address; the switch keeps that as well. */
  question?: Question;
  /** Before the main part and as wide as the window. */
  children: ReactNode;
}

/** The rooms of the register. An entry is drawn from the day on which its page stands. */
const SECTIONS = ['partnerships', 'places', 'themes', 'stories', 'map'] as const;
const REGISTER = ['countries', 'programmes', 'organisations'] as const;
const ABOUT = ['about', 'data', 'freshness', 'accessibility', 'easy-language', 'privacy', 'imprint'] as const;
/** The name of each page under `Navigation`. */
const KEYS = {
  about: 'about',
  accessibility: 'accessibility',
  countries: 'countries',
  data: 'openData',
  'easy-language': 'easyLanguage',
  freshness: 'freshness',
  imprint: 'imprint',
  map: 'map',
  organisations: 'organisations',
  partnerships: 'partnerships',
  places: 'places',
  privacy: 'privacy',
  programmes: 'programmes',
  stories: 'stories',
  themes: 'themePages',
} as const;

/**
 * What stands around every public page. It belongs to the page and not to the layout, because only the page knows its
 * address, and the address decides where the other languages lead.
 */
export async function PublicFrame({ path, question = {}, children }: PublicFrameProps) {
  const locale = await getLocale();
  const [t, site] = await Promise.all([getTranslations('Navigation'), getTranslations('Common')]);
  const home = localisePath(locale, '/');
  const entriesOf = (sections: readonly (keyof typeof KEYS)[]) =>
    sections.filter(isStanding).map((section): NavEntry => {
      const href = `/${section}`;
      return { key: section, text: t(KEYS[section]), href: localisePath(locale, href), current: currentOf(href, path) };
    });
  const entries = entriesOf(SECTIONS);
  // What is kept on a reader's device is for the pages that all readers share; around a draft no script of theirs runs.
  const { path: previewPath } = previewFrame();
  const isPublic = previewPath === null;
  const languages = languageChoices(previewPath ?? path, { question, current: locale });
  return (
    <>
      {isPublic ? <ReaderScripts locale={locale} /> : null}
      <SkipLink href="#main">{site('skipToContent')}</SkipLink>
      <SiteHeader
        choices={isPublic ? <ChoicesButton /> : undefined}
        languages={<LanguageSwitch choices={languages} label={t('languages')} />}
        menu={t('menu')}
        nav={{ label: t('main'), entries }}
        search={{
          key: 'search',
          href: localisePath(locale, '/search'),
          text: t('search'),
          current: currentOf('/search', path),
        }}
        wordmark={<Wordmark href={home} name={site('siteName')} />}
      />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter
        about={site('siteDescription')}
        groups={[
          { key: 'register', label: t('register'), entries: entriesOf([...SECTIONS, ...REGISTER]) },
          { key: 'about', label: t('aboutSite'), entries: entriesOf(ABOUT) },
        ].filter((group) => group.entries.length > 0)}
        wordmark={<Wordmark href={home} name={site('siteName')} />}
      >
        {t.rich('licence', { licence: licenceLink(locale) })}
      </SiteFooter>
      {isPublic ? <ChoicesPanel /> : null}
      {isPublic ? <LanguageOffers choices={languages} /> : null}
    </>
  );
}

function ReaderScripts({ locale }: { locale: Locale }) {
  return (
    <>
      <EarlyScript locale={locale} />
      <ClientModule name="choices" />
    </>
  );
}

function isStanding(section: string): boolean {
  return WELL_KNOWN_PAGES.some((page) => page === section) || STANDING_PAGES.some((page) => page === `/${section}`);
}

function currentOf(href: string, path: string): NavEntry['current'] {
  if (path === href) return 'page';
  return path.startsWith(`${href}/`) ? true : undefined;
}

function languageChoices(path: string, { question, current }: { question: Question; current: Locale }) {
  return LOCALES.map((locale) => ({
    lang: locale,
    name: LANGUAGE_NAME[locale],
    href: addressWith(localisePath(locale, path), question),
    current: locale === current,
  }));
}
