import { getLocale, getTranslations } from 'next-intl/server';
import { localisePath } from '#i18n/locales.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';

/** What stands at an address of the desk without a record or list, such as an old bookmark. */
export default async function DeskNotFound() {
  const [locale, t, desk] = await Promise.all([getLocale(), getTranslations('NotFound'), getTranslations('Desk')]);
  return (
    <EmptyState
      actions={
        <LinkButton href={localisePath(locale, '/dashboard')} look="primary">
          {desk('title')}
        </LinkButton>
      }
      level={1}
      title={t('title')}
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
