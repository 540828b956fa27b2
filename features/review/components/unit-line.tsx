import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { recordPath } from '#features/kinds/lists.ts';
import { LocalText } from '#features/records/components/local-text.tsx';
import type { Scope } from '#features/records/model.ts';
import type { LocalText as Words } from '#i18n/nearest-text.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { Isolate } from '#ui/isolate.tsx';

interface UnitLineProps {
  unit: { ref: string; scope: Scope; title: Words | null };
  at: Date;
  /** Whether the hour counts. */
  isExact?: boolean;
  /** What the line says before the part of the record. */
  before?: ReactNode;
  after?: ReactNode;
}

/** A part of a record as a line that leads there. */
export function UnitLine({ unit: { ref, scope, title }, at, isExact = false, before, after }: UnitLineProps) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <>
      <a href={localisePath(locale, `${recordPath(ref)}?unit=${scope}`)}>
        {title === null ? t('untitled') : <LocalText words={title} />}
      </a>
      <p className="small dot-list">
        {before === undefined ? null : <span>{before}</span>}
        <span>{isLocale(scope) ? <Isolate lang={scope}>{LANGUAGE_NAME[scope]}</Isolate> : t('facts')}</span>
        <span>
          <time dateTime={at.toISOString()}>{momentText(locale, at, isExact ? 'moment' : 'day')}</time>
        </span>
        {after === undefined ? null : <span>{after}</span>}
      </p>
    </>
  );
}
