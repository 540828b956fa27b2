import { getLocale, getTranslations } from 'next-intl/server';
import { localisePath } from '#i18n/locales.ts';
import { LinkButton } from '#ui/link-button.tsx';

const WAYS = ['partnerships', 'places', 'stories'] as const;

/** Where to go from a page that has nothing to show. */
export async function WaysOn() {
  const [locale, t, navigation] = await Promise.all([
    getLocale(),
    getTranslations('NotFound'),
    getTranslations('Navigation'),
  ]);
  return (
    <nav aria-label={t('ways')} className="button-row">
      <LinkButton href={localisePath(locale, '/')} look="primary">
        {navigation('home')}
      </LinkButton>
      {WAYS.map((way) => (
        <LinkButton href={localisePath(locale, `/${way}`)} key={way}>
          {navigation(way)}
        </LinkButton>
      ))}
    </nav>
  );
}
