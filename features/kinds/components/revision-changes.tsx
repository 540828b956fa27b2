import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { belongs } from '#features/records/merge.ts';
import type { Content, KindName, Scope } from '#features/records/model.ts';
import { findMoves } from '#features/records/moves.ts';
import { type FlatContent, flatten, sameValue } from '#features/records/paths.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { changedTexts } from './changed-texts.tsx';
import { useFieldWords } from './field-names.tsx';
import { pathName } from './path-name.ts';
import { ValueText } from './value-text.tsx';
import { type ValueNaming, valueWords } from './value-words.ts';

interface RevisionChangesProps {
  kind: KindName;
  scope: Scope;
  revision: { before: Content; content: Content };
  /** The fields of the unit. */
  fields: readonly FieldDescription[];
  factFields: readonly FieldDescription[];
  facts: Content;
  options: readonly ReferenceOption[];
  /** Only these places and what lies below them. */
  only?: readonly string[] | undefined;
  /** Whether what did not change is shown as well. */
  withSame?: boolean;
  /** Puts a box named `paths` before each place; a name that no other list of the page has. */
  tickName?: string | undefined;
}

/** What a revision changed, each place with what stood there before, word by word. What only stands elsewhere is said to have moved. */
export function RevisionChanges(props: RevisionChangesProps) {
  const { kind, revision, fields, factFields, facts, options, only, withSame = false } = props;
  const words = useFieldWords(kind);
  const flat = { before: flatten(revision.before), after: flatten(revision.content) };
  const paths = [...new Set([...flat.before.keys(), ...flat.after.keys()])]
    .filter((path) => only === undefined || only.some((one) => belongs(path, one)))
    .toSorted();
  const naming = (content: Content): ValueNaming => ({ words, fields, factFields, facts, content, options });
  return (
    <dl className="changes">
      {paths.map((path) => (
        <Change
          after={naming(revision.content)}
          before={naming(revision.before)}
          flat={flat}
          key={path}
          path={path}
          scope={props.scope}
          tickName={props.tickName}
          withSame={withSame}
        />
      ))}
    </dl>
  );
}

interface ChangeProps {
  path: string;
  flat: { before: FlatContent; after: FlatContent };
  before: ValueNaming;
  after: ValueNaming;
  scope: Scope;
  withSame: boolean;
  tickName: string | undefined;
}

function Change(props: ChangeProps) {
  const t = useTranslations('Desk');
  const { path, flat, before, after, scope, withSame } = props;
  const values = { before: flat.before.get(path), after: flat.after.get(path) };
  const isSame = sameValue(values.before, values.after);
  if (path.includes('#')) return isSame ? null : <Moved {...props} />;
  if (isSame && !withSame) return null;
  const written = isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
  const texts = {
    before: valueWords(path, values.before, before),
    after: valueWords(path, values.after, after),
    language: isLocale(scope) ? scope : 'und',
  };
  const name = nameOf(path, props);
  if (isSame) {
    return (
      <div className="change">
        <dt>{name}</dt>
        <dd>
          <span className="change-side">{t('changeSame')}</span>
          <div className="change-same" {...written}>
            <ValueText text={texts.after} />
          </div>
        </dd>
      </div>
    );
  }
  const { gone, come } = changedTexts(texts);
  return (
    <div className="change">
      <Named {...props} name={name} />
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
}

/** An order that changed: what was moved, and where to. */
function Moved(props: ChangeProps) {
  const t = useTranslations('Desk');
  const { path, flat } = props;
  const moves = findMoves(idsOf(flat.before.get(path)), idsOf(flat.after.get(path)));
  if (moves.length === 0) return null;
  const list = path.slice(0, path.lastIndexOf('.'));
  return (
    <div className="change">
      <Named {...props} name={`${nameOf(list, props)} · ${t('changeOrder')}`} />
      <dd>
        <ul>
          {moves.map(({ id, from, to }) => (
            <li key={id}>
              {t('changeMoved', { name: movedName(`${list}.${id}`, props), from: String(from), to: String(to) })}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

function Named({ path, tickName, name }: ChangeProps & { name: string }): ReactNode {
  if (tickName === undefined) return <dt>{name}</dt>;
  return (
    <dt>
      <Checkbox id={`${tickName}.${path}`} label={name} name="paths" value={path} />
    </dt>
  );
}

function nameOf(path: string, { after, before, flat }: ChangeProps): string {
  return pathName(path, flat.after.has(path) || !flat.before.has(path) ? after : before);
}

/** A block is known by the words it begins with, an item by its name within its list. */
function movedName(path: string, props: ChangeProps): string {
  const { flat, after } = props;
  const block = flat.after.get(path);
  if (block !== undefined) return valueWords(path, block, after).split(/\s+/u).slice(0, WORDS_MAX).join(' ');
  return pathName(path, after).split(' · ').slice(1).join(' · ');
}

const WORDS_MAX = 8;

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
