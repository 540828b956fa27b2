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
import { LANGUAGE_NAME, type Locale, LOCALES, localisePath } from '#i18n/locales.ts';
import { type DeskEntry, DeskShell } from '#ui/desk-shell.tsx';
import type { IconName } from '#ui/icon-glyphs.ts';
import { LanguageSwitch } from '#ui/language-switch.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import { Palette } from './_components/palette.tsx';

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
  const entries = navigation(locale, t);
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
        nav={{ label: t('navigation'), entries }}
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
        {actor.kind === 'person' ? <DeskPalette entries={entries} languages={languages} /> : null}
      </DeskShell>
    </NextIntlClientProvider>
  );
}

function navigation(locale: Locale, t: Awaited<ReturnType<typeof getTranslations<'Desk'>>>): DeskEntry[] {
  const own = (key: string, text: string, { path, icon }: { path: `/${string}`; icon: IconName }) => {
    return { key, text, href: localisePath(locale, path), icon };
  };
  return [
    own('today', t('today.title'), { path: '/dashboard', icon: 'clock' }),
    own('checks', t('today.risksTitle'), { path: '/dashboard/checks', icon: 'check' }),
    ...LISTED_KINDS.map((kind) => own(kind, t(`kinds.${kind}`), { path: listPath(kind), icon: ICONS[kind] })),
    own('synonyms', t('synonyms'), { path: '/dashboard/synonyms', icon: 'search' }),
    own('trash', t('trash'), { path: '/dashboard/trash', icon: 'close' }),
    own('public', t('publicSite'), { path: '/', icon: 'external' }),
  ];
}

interface DeskPaletteProps {
  entries: readonly DeskEntry[];
  languages: readonly { name: string; href: string; lang: Locale }[];
}

async function DeskPalette({ entries, languages }: DeskPaletteProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const pages = entries.map(({ key, text, href }) => ({ key, text: String(text), href }));
  const create = LISTED_KINDS.map((kind) => ({
    key: `create-${kind}`,
    text: t(`create.${kind}`),
    href: localisePath(locale, `/dashboard/new?kind=${kind}`),
  }));
  const switches = languages.map(({ name, href, lang }) => ({ key: `language-${lang}`, text: name, href }));
  return (
    <Palette
      entries={[...pages, ...create, ...switches]}
      recordsPath={localisePath(locale, '/dashboard/records/')}
      searchPath={`${localisePath(locale, listPath('partnership'))}?q=`}
    />
  );
}
