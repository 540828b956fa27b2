import { useTranslations } from 'next-intl';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content, KindName, Scope } from '#features/records/model.ts';
import { changedPaths, flatten } from '#features/records/paths.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { ListedRevision } from '#features/records/queries/list-revisions.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { useFieldWords } from './field-names.ts';
import { pathName } from './path-name.ts';
import { ValueText } from './value-text.tsx';

interface RevisionChangesProps {
  kind: KindName;
  scope: Scope;
  revision: Pick<ListedRevision, 'before' | 'content'>;
  factFields: readonly FieldDescription[];
  facts: Content;
  options: readonly ReferenceOption[];
}

/** What a revision changed, each place with what stood there before. */
export function RevisionChanges({ kind, scope, revision, factFields, facts, options }: RevisionChangesProps) {
  const t = useTranslations('Desk');
  const words = useFieldWords(kind);
  const { before, content } = revision;
  const [flatBefore, flatAfter] = [flatten(before), flatten(content)];
  const written = isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
  return (
    <dl className="changes">
      {changedPaths(before, content).map((path) => (
        <div className="change" key={path}>
          <dt>
            {pathName(path, { words, factFields, facts, content, options })}
            {path.includes('#') ? ` · ${t('changeOrder')}` : ''}
          </dt>
          <dd className="change-before">
            <span className="change-side">{t('changeBefore')}</span>
            <del {...written}>
              <ValueText options={options} value={flatBefore.get(path)} />
            </del>
          </dd>
          <dd className="change-after">
            <span className="change-side">{t('changeAfter')}</span>
            <ins {...written}>
              <ValueText options={options} value={flatAfter.get(path)} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
