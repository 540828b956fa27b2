import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { locale as rootLocale } from 'next/root-params';
import type { ReactNode } from 'react';
import { DIRECTION, isLocale, type Locale } from '#i18n/locales.ts';
import { env } from '#platform/env.ts';
import '../styles/globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Common');
  const publicUrl = env().PUBLIC_URL;
  return {
    title: { default: t('siteName'), template: `%s · ${t('siteName')}` },
    description: t('siteDescription'),
    manifest: '/manifest.webmanifest',
    ...(publicUrl === undefined ? {} : { metadataBase: new URL(publicUrl) }),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const given = await rootLocale();
  if (given === undefined || !isLocale(given)) notFound();
  const locale: Locale = given;
  // Before the page wakes up, script of its own may have put the reader's theme there.
  return (
    <html dir={DIRECTION[locale]} lang={locale} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
