'use client';

import { useTranslations } from 'next-intl';
import { itemsOf } from '#features/records/claims.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content } from '#features/records/model.ts';
import { type FormView, useFormView } from './form-view.ts';
import { pathName } from './path-name.ts';

/** Sources that say different things of one fact, side by side. */
export function Contradictions() {
  const t = useTranslations('Desk.contradictions');
  const view = useFormView();
  const claims = itemsOf(view.content['claims']);
  const paths = [...new Set(claims.map((claim) => String(claim['path'])))].filter((path) => {
    const values = claims
      .filter((claim) => claim['path'] === path)
      .map((claim) => claim['value'] ?? valueAt(view, path));
    return new Set(values.map(String)).size > 1;
  });
  if (paths.length === 0) return null;
  return (
    <section className="contradictions">
      <h2>{t('title', { count: paths.length })}</h2>
      <p className="field-hint">{t('hint')}</p>
      {paths.map((path) => (
        <div key={path}>
          <h3>{pathName(path, view)}</h3>
          <div className="conflict-sides">
            {claims
              .filter((claim) => claim['path'] === path)
              .map((claim) => (
                <Said claim={claim} key={String(claim['id'])} path={path} view={view} />
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Said({ claim, path, view }: { claim: Content; path: string; view: FormView }) {
  const t = useTranslations('Desk.contradictions');
  const source = itemsOf(view.content['sources']).find(({ id }) => id === claim['sourceId']);
  const value = claim['value'] ?? valueAt(view, path);
  const checkedOn = claim['checkedOn'];
  return (
    <div className="conflict-side">
      <p>
        <bdi>{source === undefined ? t('unknown') : String(source['publisher'] ?? '')}</bdi>
      </p>
      <p className="conflict-text">{wordsOf(view, path, value)}</p>
      <p className="field-hint">
        {claim['accepted'] === true ? t('accepted') : t('refused')}
        {typeof checkedOn === 'string' ? ` · ${t('checked', { date: view.words.date(checkedOn) })}` : ''}
      </p>
    </div>
  );
}

/** What the fact shows; a claim without a value of its own says the same. */
function valueAt({ content }: FormView, path: string): unknown {
  const [name = '', id, field = ''] = path.split('.');
  if (id === undefined) return Array.isArray(content[name]) ? undefined : content[name];
  return itemsOf(content[name]).find((item) => item['id'] === id)?.[field];
}

function wordsOf(view: FormView, path: string, value: unknown): string {
  const field = fieldAt(view, path);
  const text = String(value ?? '');
  if (field?.control === 'date') return view.words.date(text);
  return field?.choices?.includes(text) === true ? view.words.choice(field, text) : text;
}

function fieldAt({ factFields }: FormView, path: string): FieldDescription | undefined {
  const [name = '', , inner] = path.split('.');
  const outer = factFields.find((field) => field.name === name);
  return inner === undefined ? outer : outer?.items?.find((field) => field.name === inner);
}
