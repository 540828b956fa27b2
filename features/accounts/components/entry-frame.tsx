import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LANGUAGE_NAME, type Locale, LOCALES, localisePath } from '#i18n/locales.ts';
import { LanguageSwitch } from '#ui/language-switch.tsx';
import { Wordmark } from '#ui/wordmark.tsx';

interface EntryFrameProps {
  locale: Locale;
  title: string;
  lead: ReactNode;
  /** The same page in another language. */
  hrefIn: (locale: Locale) => string;
  /** The namespace of the form's own texts. */
  texts: 'SignIn' | 'SetUp';
  children: ReactNode;
}

/** The frame of the pages before the desk: one narrow card, nothing else to do. */
export async function EntryFrame({ locale, title, lead, hrefIn, texts, children }: EntryFrameProps) {
  const [t, tAccounts, messages] = await Promise.all([
    getTranslations('Common'),
    getTranslations('Accounts'),
    getMessages(),
  ]);
  const { Accounts, Errors, [texts]: own } = messages;
  const choices = LOCALES.map((choice) => ({
    lang: choice,
    name: LANGUAGE_NAME[choice],
    href: hrefIn(choice),
    current: choice === locale,
  }));
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-[30rem] content-start gap-6 px-4 py-6 sm:content-center sm:py-12">
      <header className="flex flex-wrap items-center justify-between gap-x-6">
        <Wordmark href={localisePath(locale, '/')} name={t('siteName')} />
        <LanguageSwitch choices={choices} label={tAccounts('languages')} />
      </header>
      <main className="card card-harbour gap-6" id="main">
        <div className="grid gap-2">
          <h1>{title}</h1>
          <p className="text-ui text-ink-2">{lead}</p>
        </div>
        <NextIntlClientProvider messages={{ Accounts, Errors, [texts]: own }}>{children}</NextIntlClientProvider>
      </main>
    </div>
  );
}
