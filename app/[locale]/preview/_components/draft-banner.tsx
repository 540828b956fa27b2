import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { recordPath } from '#features/kinds/lists.ts';
import type { DraftPage } from '#features/records/queries/find-draft-page.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';

interface DraftBannerProps {
  found: Pick<DraftPage<unknown>, 'ref' | 'parts' | 'endsAt'>;
  isStaff: boolean;
}

/** Says above a preview that it is none of the public pages, what of it is a draft, and how long the link works. */
export async function DraftBanner({ found: { ref, parts, endsAt }, isStaff }: DraftBannerProps) {
  const [locale, t, format] = await Promise.all([getLocale(), getTranslations('Preview'), getFormatter()]);
  const left = parts.reduce((sum, part) => sum + part.left.length, 0);
  return (
    <aside aria-label={t('label')} className="preview-banner">
      <div className="page-width">
        <p className="preview-banner-title">{t('notPublic')}</p>
        {parts.length === 0 ? null : (
          <ul className="preview-parts">
            {parts.map(({ scope, shown }) => (
              <li key={scope}>
                {isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts')}
                {': '}
                {t(`shown.${shown}`)}
              </li>
            ))}
          </ul>
        )}
        {left === 0 ? null : <p>{t('leftOut', { count: left })}</p>}
        {endsAt === null ? null : (
          <p>
            {t('until', {
              at: format.dateTime(endsAt, { dateStyle: 'full', timeStyle: 'short', numberingSystem: 'latn' }),
            })}
          </p>
        )}
        {isStaff ? (
          <p>
            <a href={localisePath(locale, recordPath(ref))} target="_top">
              {t('toRecord')}
            </a>
          </p>
        ) : null}
      </div>
    </aside>
  );
}
