'use client';

import { useTranslations } from 'next-intl';
import type { RefusedState } from '#features/accounts/form-state.ts';
import { CHOICE_PREFIX } from '#features/records/form-names.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import type { PathConflict } from '#platform/problem.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import type { FormView } from './form-view.ts';
import { pathName } from './path-name.ts';
import { ValueText } from './value-text.tsx';

/**
 * What two people wrote in the same places, side by side, with a choice for each place. It stands inside the form, so that
 * the choices are posted with the text, without script as well; everything else was merged by itself.
 */
export function ConflictPanel({ state, view }: { state: RefusedState; view: FormView }) {
  const t = useTranslations('Desk');
  return (
    <section aria-labelledby="conflict-title" className="conflict">
      <h2 id="conflict-title">{t('conflictTitle')}</h2>
      <p>{t('conflictHint')}</p>
      <input name="against" type="hidden" value={state.current?.headRev ?? ''} />
      {(state.conflicts ?? []).map((conflict) => (
        <ConflictPath conflict={conflict} key={conflict.path} posted={state.values} view={view} />
      ))}
    </section>
  );
}

interface ConflictPathProps {
  conflict: PathConflict;
  view: FormView;
  posted: RefusedState['values'];
}

function ConflictPath({ conflict: { path, base, theirs, mine }, view, posted }: ConflictPathProps) {
  const t = useTranslations('Desk');
  const name = `${CHOICE_PREFIX}${path}`;
  const chosen = posted.find(([field]) => field === name)?.[1];
  const written = isLocale(view.scope) ? { lang: view.scope, dir: DIRECTION[view.scope] } : {};
  const sides = [
    { key: 'theirs', title: t('conflictTheirs'), choose: t('chooseTheirs'), value: theirs },
    { key: 'mine', title: t('conflictMine'), choose: t('chooseMine'), value: mine },
  ];
  return (
    <fieldset className="conflict-path">
      <legend>{pathName(path, view)}</legend>
      <details>
        <summary>{t('conflictBase')}</summary>
        <div {...written}>
          <ValueText options={view.options} value={base} />
        </div>
      </details>
      <div className="conflict-sides">
        {sides.map(({ key, title, choose, value }) => (
          <div className="conflict-side" key={key}>
            <h3>{title}</h3>
            <div className="conflict-text" {...written}>
              <ValueText options={view.options} value={value} />
            </div>
            <Checkbox
              defaultChecked={chosen === key}
              id={`${name}.${key}`}
              kind="radio"
              label={choose}
              name={name}
              value={key}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
