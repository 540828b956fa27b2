import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LANGUAGE_NAME, LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import { LanguageSwitch } from '#ui/language-switch.tsx';
import type { NavEntry } from '#ui/nav-list.tsx';
import { SiteFooter } from '#ui/site-footer.tsx';
import { SiteHeader } from '#ui/site-header.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import { addressWith, type Question } from '#ui/address-with.ts';

interface PublicFrameProps {
  /** The address of the page without language prefix; the switch of languages keeps it. */
  path: string;
  /** What the page was asked by its address; the switch keeps that as well. */
  question?: Question;
  /** Before the main part and as wide as the window. */
  children: ReactNode;
}

const SECTIONS = ['partnerships', 'places', 'stories'] as const;
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.';

/**
 * What stands around every public page. It belongs to the page and not to the layout, because only the page knows its
 * address, and the address decides where the other languages lead.
 */
export async function PublicFrame({ path, question = {}, children }: PublicFrameProps) {
  const locale = await getLocale();
  const [t, site] = await Promise.all([getTranslations('Navigation'), getTranslations('Common')]);
  const home = localisePath(locale, '/');
  const entries = SECTIONS.map((section): NavEntry => {
    const href = `/${section}`;
    return { key: section, text: t(section), href: localisePath(locale, href), current: currentOf(href, path) };
  });
  const licence = (name: ReactNode) => (
    <a href={`${LICENCE}${locale}`} rel="license noopener">
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <>
      <SkipLink href="#main">{site('skipToContent')}</SkipLink>
      <SiteHeader
        languages={
          <LanguageSwitch choices={languageChoices(path, { question, current: locale })} label={t('languages')} />
        }
        menu={t('menu')}
        nav={{ label: t('main'), entries }}
        wordmark={<Wordmark href={home} name={site('siteName')} />}
      />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter
        about={site('siteDescription')}
        groups={[{ key: 'register', label: t('register'), entries }]}
        wordmark={<Wordmark href={home} name={site('siteName')} />}
      >
        {t.rich('licence', { licence })}
      </SiteFooter>
    </>
  );
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
