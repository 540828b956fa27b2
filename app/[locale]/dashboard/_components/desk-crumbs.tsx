import { getLocale, getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { localisePath } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';

/** The way from the first page of the desk to this one; the last step is the page itself and leads nowhere. */
export async function DeskCrumbs({ steps }: { steps: ComponentProps<typeof Breadcrumb>['crumbs'] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const home = {
    key: 'desk',
    text: t('title'),
    ...(steps.length === 0 ? {} : { href: localisePath(locale, '/dashboard') }),
  };
  return <Breadcrumb crumbs={[home, ...steps]} label={t('crumbs')} />;
}
