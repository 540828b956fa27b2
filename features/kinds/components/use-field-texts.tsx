'use client';

import { useTranslations } from 'next-intl';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { DIRECTION } from '#i18n/locales.ts';
import type { FieldTexts } from '#ui/field.tsx';
import { typedText } from '../field-values.ts';
import { useDynamicTexts } from './dynamic-texts.ts';
import type { ControlProps } from './control-props.ts';
import { useFormView } from './form-view.ts';
import { LastChangeOf } from './last-change.tsx';
import { problemText } from './problem-text.ts';

/** What a field says about itself: its label, its hint, what is wrong with it, and the text it translates. */
export function useFieldTexts({ field, path, list }: ControlProps): FieldTexts {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const { words, problems, stalePaths } = useFormView();
  const id = `${CONTENT_PREFIX}${path}`;
  const problem = problems.get(id);
  const isStale = stalePaths.some((stale) => stale === path || stale.startsWith(`${path}.`));
  const label = words.label(field.name, list);
  return {
    id,
    label: field.required ? (
      <>
        {label} <span className="field-required">{t('neededToPublish')}</span>
      </>
    ) : (
      label
    ),
    hint: words.hint(field, list),
    ...(problem === undefined ? {} : { error: problemText(errors, problem) }),
    after: (
      <>
        <SourceText field={field} isStale={isStale} path={path} />
        <LastChangeOf path={path} />
      </>
    ),
    stale: isStale,
  };
}

function SourceText({ field, path, isStale }: { field: ControlProps['field']; path: string; isStale: boolean }) {
  const t = useTranslations('Desk');
  const { source, sourceLocale, options } = useFormView();
  const text = typedText(field, valueAt(source, path), options);
  if (source === null || text === '') return null;
  return (
    <details className="source-text" open={isStale}>
      <summary>{t('sourceText', { language: sourceLocale })}</summary>
      {isStale ? <p>{t('sourceChanged')}</p> : null}
      <p className="source-words" dir={DIRECTION[sourceLocale]} lang={sourceLocale}>
        {text}
      </p>
    </details>
  );
}

function valueAt(content: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      content,
    );
}
