import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';

/** The way from the front page to a page right behind it. */
export function ListCrumbs({ title }: { title: ReactNode }) {
  const t = useTranslations('Navigation');
  const crumbs = [
    { key: 'home', text: t('home'), href: localisePath(useLocale(), '/') },
    { key: 'here', text: title },
  ];
  return <Breadcrumb crumbs={crumbs} label={t('breadcrumb')} />;
}
