import { useTranslations } from 'next-intl';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import type { FieldProblem } from '#platform/problem.ts';
import { Icon } from '#ui/icon.tsx';
import { Panel } from '#ui/panel.tsx';
import type { UnitView } from '../unit-view.ts';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useFieldWords } from './field-names.tsx';
import { pathName } from './path-name.ts';
import { problemText } from './problem-text.ts';

interface ReadyListProps {
  view: UnitView;
  /** What still keeps the unit, as it is saved, from readers. */
  problems: readonly FieldProblem[];
}

/** What is still to be done before readers can have the unit; each entry leads to its field. */
export function ReadyList({ view, problems }: ReadyListProps) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const words = useFieldWords(view.kind);
  return (
    <Panel title={t('ready')}>
      {problems.length === 0 ? (
        <p className="ready-all">
          <Icon name="check" />
          {t('readyAll')}
        </p>
      ) : (
        <ul className="ready">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.reason}`}>
              <a href={`#${CONTENT_PREFIX}${problem.path}`}>
                {t('problemAt', {
                  field: pathName(problem.path, { ...view, words }),
                  problem: problemText(errors, problem),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
