import { useLocale, useTranslations } from 'next-intl';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';

/** The way from the front page to a page that lists. */
export function ListCrumbs({ title }: { title: string }) {
  const t = useTranslations('Navigation');
  const crumbs = [
    { key: 'home', text: t('home'), href: localisePath(useLocale(), '/') },
    { key: 'here', text: title },
  ];
  return <Breadcrumb crumbs={crumbs} label={t('breadcrumb')} />;
}
