import { getLocale, getTranslations } from 'next-intl/server';
import { recordPath } from '#features/kinds/lists.ts';
import type { LocalText } from '#i18n/nearest-text.ts';
import { DIRECTION, localisePath } from '#i18n/locales.ts';

/** A record by its title and its short name, with the way to it. */
export async function RecordName({ record: { ref, title } }: { record: { ref: string; title: LocalText | null } }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  return (
    <span className="record-link">
      <a href={localisePath(locale, recordPath(ref))}>
        {title === null ? (
          t('untitled')
        ) : (
          <bdi dir={DIRECTION[title.locale]} lang={title.locale}>
            {title.text}
          </bdi>
        )}
      </a>{' '}
      <bdi className="record-ref" dir="ltr">
        {ref}
      </bdi>
    </span>
  );
}
