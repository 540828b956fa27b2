import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { EarlyDeskScript, preloadFonts } from '#app/client/client-module.tsx';
import { currentActor } from '#features/accounts/session.ts';
import { LISTED_KINDS, listPath } from '#features/kinds/lists.ts';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { countUnread } from '#features/notifications/queries/list-notices.ts';
import { mayCreate } from '#features/records/policy.ts';
import { LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { DeskShell } from '#ui/desk-shell.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { Wordmark } from '#ui/wordmark.tsx';
import '../../styles/desk-sheet.css';
import { deskEntries } from './_components/desk-entries.tsx';
import { type DeskEntry, DeskNav } from './_components/desk-nav.tsx';
import { Palette } from './_components/palette.tsx';
import { ShortcutSheet } from './_components/shortcut-sheet.tsx';
import { UserMenu } from './_components/user-menu.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Desk');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** The frame of the desk. It locks nothing: each page and each command asks who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [actor, locale, messages, t, common, sent] = await Promise.all([
    // Without a database the frame still stands, and the page inside says what is wrong.
    currentActor().catch(() => ANONYMOUS),
    getLocale(),
    getMessages(),
    getTranslations('Desk'),
    getTranslations('Common'),
    headers(),
  ]);
  preloadFonts(locale);
  const { Accounts, Desk, Errors, FieldHints, Fields, Vocabulary } = messages;
  const unread = actor.kind === 'person' ? await countUnread(actor).catch(() => 0) : 0;
  const entries = await deskEntries(actor, { locale, unread });
  return (
    <NextIntlClientProvider messages={{ Accounts, Desk, Errors, FieldHints, Fields, Vocabulary }}>
      <EarlyDeskScript nonce={nonceIn(sent.get('content-security-policy'))} />
      <SkipLink href="#main">{common('skipToContent')}</SkipLink>
      <DeskShell
        nav={<DeskNav entries={entries} label={t('navigation')} />}
        tools={
          actor.kind === 'person' ? (
            <>
              <DeskPalette actor={actor} entries={entries} />
              <UserMenu actor={actor} />
            </>
          ) : undefined
        }
        wordmark={<Wordmark href={localisePath(locale, '/dashboard')} name={common('siteName')} />}
        words={{ open: t('menu'), shut: t('menuShut') }}
      >
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {actor.kind === 'person' ? <ShortcutSheet /> : null}
      </DeskShell>
    </NextIntlClientProvider>
  );
}

/** The word of this answer, by which the edge lets a script run. */
function nonceIn(policy: string | null): string | undefined {
  return /'nonce-([\w+/=-]+)'/u.exec(policy ?? '')?.[1];
}

async function DeskPalette({ actor, entries }: { actor: PersonActor; entries: readonly DeskEntry[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const pages = entries.map(({ key, text, href }) => ({ key, text, href }));
  const create = LISTED_KINDS.map((kind) => ({
    key: `create-${kind}`,
    text: t(`create.${kind}`),
    href: localisePath(locale, `/dashboard/new?kind=${kind}`),
  }));
  return (
    <Palette
      entries={[...pages, ...(mayCreate(actor) ? create : [])]}
      languages={LOCALES.filter((lang) => lang !== locale).map((lang) => ({ lang, name: LANGUAGE_NAME[lang] }))}
      person={actor.id}
      recordsPath={localisePath(locale, '/dashboard/records/')}
      searchPath={`${localisePath(locale, listPath('partnership'))}?q=`}
    />
  );
}
