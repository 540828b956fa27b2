import { useTranslations } from 'next-intl';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content, KindName, Scope } from '#features/records/model.ts';
import { changedPaths, flatten } from '#features/records/paths.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { ListedRevision } from '#features/records/queries/list-revisions.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { changedTexts } from './changed-texts.tsx';
import { useFieldWords } from './field-names.tsx';
import { pathName } from './path-name.ts';

interface RevisionChangesProps {
  kind: KindName;
  scope: Scope;
  revision: Pick<ListedRevision, 'before' | 'content'>;
  factFields: readonly FieldDescription[];
  facts: Content;
  options: readonly ReferenceOption[];
}

/** What a revision changed, each place with what stood there before, word by word. */
export function RevisionChanges({ kind, scope, revision, factFields, facts, options }: RevisionChangesProps) {
  const t = useTranslations('Desk');
  const words = useFieldWords(kind);
  const { before, content } = revision;
  const [flatBefore, flatAfter] = [flatten(before), flatten(content)];
  const written = isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
  return (
    <dl className="changes">
      {changedPaths(before, content).map((path) => {
        const sides = { before: flatBefore.get(path), after: flatAfter.get(path) };
        const { gone, come } = changedTexts({ ...sides, language: isLocale(scope) ? scope : 'und', options });
        return (
          <div className="change" key={path}>
            <dt>
              {pathName(path, { words, factFields, facts, content, options })}
              {path.includes('#') ? ` · ${t('changeOrder')}` : ''}
            </dt>
            <dd className="change-before">
              <span className="change-side">{t('changeBefore')}</span>
              <div {...written}>{gone}</div>
            </dd>
            <dd className="change-after">
              <span className="change-side">{t('changeAfter')}</span>
              <div {...written}>{come}</div>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
