import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { preloadFonts } from '#app/client/client-module.tsx';
import { SignOutButton } from '#features/accounts/components/sign-out-button.tsx';
import { currentActor } from '#features/accounts/session.ts';
import { LISTED_KINDS, listPath } from '#features/kinds/lists.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { DeskShell } from '#ui/desk-shell.tsx';
import type { IconName } from '#ui/icon-glyphs.ts';
import { LanguageSwitch } from '#ui/language-switch.tsx';
import { Wordmark } from '#ui/wordmark.tsx';

export const dynamic = 'force-dynamic';

const ICONS: Record<KindName, IconName> = {
  partnership: 'link',
  place: 'city',
  organisation: 'dashboard',
  programme: 'globe',
  theme: 'filter',
  story: 'book',
  page: 'note',
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Desk');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** The frame of the desk. It locks nothing: each page and each command asks who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [actor, locale, messages, t, common] = await Promise.all([
    // Without a database the frame still stands, and the page inside says what is wrong.
    currentActor().catch(() => ANONYMOUS),
    getLocale(),
    getMessages(),
    getTranslations('Desk'),
    getTranslations('Common'),
  ]);
  preloadFonts(locale);
  const { Accounts, Desk, Errors, FieldHints, Fields, Vocabulary } = messages;
  const kinds = LISTED_KINDS.map((kind) => ({
    key: kind,
    text: t(`kinds.${kind}`),
    href: localisePath(locale, listPath(kind)),
    icon: ICONS[kind],
  }));
  const first = [
    { key: 'today', text: t('today.title'), href: localisePath(locale, '/dashboard'), icon: 'dashboard' as const },
    {
      key: 'checks',
      text: t('today.risksTitle'),
      href: localisePath(locale, '/dashboard/checks'),
      icon: 'clock' as const,
    },
  ];
  const rest = [
    {
      key: 'synonyms',
      text: t('synonyms'),
      href: localisePath(locale, '/dashboard/synonyms'),
      icon: 'search' as const,
    },
    { key: 'trash', text: t('trash'), href: localisePath(locale, '/dashboard/trash'), icon: 'close' as const },
    { key: 'public', text: t('publicSite'), href: localisePath(locale, '/'), icon: 'external' as const },
  ];
  const languages = LOCALES.map((lang) => ({
    lang,
    name: LANGUAGE_NAME[lang],
    href: localisePath(lang, '/dashboard'),
    current: lang === locale,
  }));
  return (
    <NextIntlClientProvider messages={{ Accounts, Desk, Errors, FieldHints, Fields, Vocabulary }}>
      <DeskShell
        menu={t('menu')}
        nav={{ label: t('navigation'), entries: [...first, ...kinds, ...rest] }}
        person={
          actor.kind === 'person' ? (
            <>
              <p>{t.rich('signedInAs', { name: () => <bdi>{actor.name}</bdi> })}</p>
              <LanguageSwitch choices={languages} label={t('languages')} />
              <SignOutButton />
            </>
          ) : undefined
        }
        wordmark={<Wordmark href={localisePath(locale, '/dashboard')} name={common('siteName')} />}
      >
        <main id="main">{children}</main>
      </DeskShell>
    </NextIntlClientProvider>
  );
}
