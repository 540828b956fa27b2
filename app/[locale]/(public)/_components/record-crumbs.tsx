import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';

/** The way from the front page over a list to a record. */
export function RecordCrumbs({ list, children }: { list: 'partnerships' | 'places' | 'stories'; children: ReactNode }) {
  const t = useTranslations('Navigation');
  const locale = useLocale();
  const crumbs = [
    { key: 'home', text: t('home'), href: localisePath(locale, '/') },
    { key: 'list', text: t(list), href: localisePath(locale, `/${list}`) },
    { key: 'here', text: children },
  ];
  return <Breadcrumb crumbs={crumbs} label={t('breadcrumb')} />;
}
