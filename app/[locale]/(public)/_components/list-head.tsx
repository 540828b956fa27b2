import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';

interface ListHeadProps {
  title: string;
  /** How many there are, in words. */
  count: ReactNode;
}

/** The head of a page that lists records. */
export function ListHead({ title, count }: ListHeadProps) {
  const t = useTranslations('Navigation');
  const crumbs = [
    { key: 'home', text: t('home'), href: localisePath(useLocale(), '/') },
    { key: 'here', text: title },
  ];
  return (
    <>
      <Breadcrumb crumbs={crumbs} label={t('breadcrumb')} />
      <div className="list-head">
        <h1>{title}</h1>
        <p className="muted">{count}</p>
      </div>
    </>
  );
}
