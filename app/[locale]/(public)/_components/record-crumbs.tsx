import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { breadcrumbNode } from './linked-data.ts';

const TITLES = {
  countries: 'Countries.title',
  organisations: 'Organisations.title',
  partnerships: 'Partnerships.title',
  places: 'Places.title',
  programmes: 'Programmes.title',
  stories: 'Stories.title',
  themes: 'Themes.title',
} as const;

/** The way from the front page over a list to a record. */
export function RecordCrumbs({ list, children }: { list: keyof typeof TITLES; children: ReactNode }) {
  const t = useTranslations();
  const locale = useLocale();
  const crumbs = [
    { key: 'home', text: t('Navigation.home'), href: localisePath(locale, '/') },
    { key: 'list', text: t(TITLES[list]), href: localisePath(locale, `/${list}`) },
    { key: 'here', text: children },
  ];
  const steps = [
    { name: t('Navigation.home'), path: '/' },
    { name: t(TITLES[list]), path: `/${list}` },
  ];
  return (
    <>
      <JsonLd value={breadcrumbNode(steps, locale)} />
      <Breadcrumb crumbs={crumbs} label={t('Navigation.breadcrumb')} />
    </>
  );
}
