import { useLocale, useTranslations } from 'next-intl';
import { useDynamicTexts } from '#features/kinds/components/dynamic-texts.ts';
import { problemText } from '#features/kinds/components/problem-text.ts';
import { recordPath } from '#features/kinds/lists.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import type { FieldProblem } from '#platform/problem.ts';
import { EmptyState } from '#ui/empty-state.tsx';

interface MissingPartsProps {
  problems: readonly FieldProblem[];
  recordRef: string;
  /** Only the staff can do something about it, so only they are led there. */
  isStaff: boolean;
}

/** What is missing before there is a page to be seen. */
export function MissingParts({ problems, recordRef, isStaff }: MissingPartsProps) {
  const [t, locale] = [useTranslations('Preview'), useLocale()];
  const errors = useDynamicTexts('Errors');
  const names = useDynamicTexts('Fields');
  return (
    <EmptyState level={1} title={t('missingTitle')}>
      <p>{t('missingText')}</p>
      <ul className="ready">
        {problems.map((problem) => {
          const [scope = '', ...steps] = problem.path.split('.');
          const words = (
            <>
              {isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts')}
              {` · ${steps.map((step) => stepName(names, step)).join(' · ')}: ${problemText(errors, problem)}`}
            </>
          );
          const href = `${localisePath(locale, recordPath(recordRef))}?unit=${scope}#${CONTENT_PREFIX}${steps.join('.')}`;
          return (
            <li key={`${problem.path} ${problem.reason}`}>
              {isStaff ? (
                <a href={href} target="_top">
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </EmptyState>
  );
}

function stepName(names: { (key: string): string; has: (key: string) => boolean }, step: string): string {
  if (/^\d+$/u.test(step)) return String(Number(step) + 1);
  return names.has(step) ? names(step) : step;
}
