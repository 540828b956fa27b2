import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '#features/kinds/lists.ts';
import { LocalText } from '#features/records/components/local-text.tsx';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { Isolate } from '#ui/isolate.tsx';
import { Panel } from '#ui/panel.tsx';
import type { WorkItem, WorkList } from '../queries/list-work.ts';

/** Units that wait, the way into each, and how many more there are. */
export function WorkPart({ list, items }: { list: WorkList; items: readonly WorkItem[] }) {
  const t = useTranslations('Desk.today');
  const total = items[0]?.total ?? 0;
  return (
    <Panel title={t(`lists.${list}`)}>
      <ul className="work">
        {items.map((item) => (
          <li key={`${item.ref}-${item.scope}`}>
            <WorkLine item={item} />
          </li>
        ))}
      </ul>
      {total > items.length ? <p className="small muted">{t('more', { count: total - items.length })}</p> : null}
    </Panel>
  );
}

function WorkLine({ item: { kind, ref, scope, title, updatedAt, updatedBy, returnNote } }: { item: WorkItem }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <>
      <a href={localisePath(locale, `${recordPath(ref)}?unit=${scope}`)}>
        {title === null ? t('untitled') : <LocalText words={title} />}
      </a>
      <p className="small dot-list">
        <span>{t(`kind.${kind}`)}</span>
        <span>{isLocale(scope) ? <Isolate lang={scope}>{LANGUAGE_NAME[scope]}</Isolate> : t('facts')}</span>
        <span>
          <time dateTime={updatedAt.toISOString()}>{momentText(locale, updatedAt, 'day')}</time>
        </span>
        {updatedBy === null ? null : (
          <span>
            <bdi>{updatedBy}</bdi>
          </span>
        )}
      </p>
      {returnNote === null ? null : <p className="work-note">{t('returnedBecause', { note: returnNote })}</p>}
    </>
  );
}
