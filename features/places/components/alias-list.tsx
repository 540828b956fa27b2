import { useTranslations } from 'next-intl';
import { localeOf } from '#i18n/nearest-text.ts';
import { LANGUAGE_NAME } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import type { PublishedPlace } from '../queries/find-published-place.ts';

/** Spellings that readers may look for, folded away. */
export function AliasList({ aliases }: Pick<PublishedPlace, 'aliases'>) {
  const t = useTranslations('Places');
  const known = aliases.filter(({ names }) => names.length > 0);
  if (known.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t('otherNames')}</summary>
      <dl className="facts">
        {known.map(({ locale, names }) => (
          <div key={locale}>
            <dt>
              <Isolate lang={locale}>{LANGUAGE_NAME[localeOf(locale)]}</Isolate>
            </dt>
            <dd className="dot-list">
              {names.map((name) => (
                <span key={name}>
                  <Isolate lang={locale}>{name}</Isolate>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
