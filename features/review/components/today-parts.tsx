import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '#features/kinds/lists.ts';
import { LocalText } from '#features/records/components/local-text.tsx';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import type { WaitingReview } from '../queries/count-review.ts';
import type { LastWorked } from '../queries/find-last-worked.ts';

/** The way back to where somebody wrote last. */
export function ContinuePart({ last: { ref, scope, title } }: { last: LastWorked }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <p className="continue">
      {t('today.continue')}{' '}
      <a href={localisePath(locale, `${recordPath(ref)}?unit=${scope}`)}>
        {title === null ? t('untitled') : <LocalText words={title} />}
      </a>{' '}
      <span className="small muted">
        (<bdi dir="ltr">{ref}</bdi>,{' '}
        {isLocale(scope) ? <Isolate lang={scope}>{LANGUAGE_NAME[scope]}</Isolate> : t('facts')})
      </span>
    </p>
  );
}

/** How much waits to be judged, by language. */
export function ReviewCounts({ counts }: { counts: readonly WaitingReview[] }) {
  const t = useTranslations('Desk');
  return (
    <p className="small muted dot-list">
      {counts.map(({ scope, count }) => (
        <span key={scope}>
          {isLocale(scope) ? <Isolate lang={scope}>{LANGUAGE_NAME[scope]}</Isolate> : t('facts')}
          {': '}
          <bdi>{count}</bdi>
        </span>
      ))}
    </p>
  );
}
