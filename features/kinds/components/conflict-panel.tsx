'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { RefusedState } from '#features/accounts/form-state.ts';
import { CHOICE_PREFIX, EDIT_PREFIX } from '#features/records/form-names.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import type { BroughtPath, PathConflict } from '#platform/problem.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextAgainst } from './changed-texts.tsx';
import type { FormView } from './form-view.ts';
import { IsolatedNames } from './isolated-names.tsx';
import { pathName } from './path-name.ts';
import { ValueText } from './value-text.tsx';
import { fieldOfPath, valueWords } from './value-words.ts';

/** Places of which a third wording can be typed here; others are chosen, and changed in their field afterwards. */
const TYPED: ReadonlySet<string> = new Set(['line', 'paragraph', 'richText', 'url']);

/**
 * What two people wrote in the same places: three texts beside each other with what became of the first one, and a choice for each
 * place. It stands inside the form, so that the choices are posted with the text, without script as well. What is merged by itself is
 * listed below and can be left out.
 */
export function ConflictPanel({ state, view }: { state: RefusedState; view: FormView }) {
  const t = useTranslations('Desk');
  const place = useRef<HTMLElement>(null);
  const { conflicts = [], brought = [], theirsBy = [], values } = state;
  useEffect(() => {
    // Asked anew, it takes the focus anew.
    if (state.status === 'refused') place.current?.focus();
  }, [state]);
  return (
    <section aria-labelledby="conflict-title" className="conflict" ref={place} tabIndex={-1}>
      <h2 id="conflict-title">{t('conflictTitle')}</h2>
      <p>{t('conflictHint')}</p>
      {theirsBy.length === 0 ? null : (
        <p>{t.rich('conflictBy', { count: theirsBy.length, names: () => <IsolatedNames names={theirsBy} /> })}</p>
      )}
      <input name="against" type="hidden" value={state.current?.headRev ?? ''} />
      {conflicts.map((conflict) => (
        <ConflictPath conflict={conflict} key={conflict.path} posted={values} view={view} />
      ))}
      {brought.length === 0 ? null : <Brought brought={brought} posted={values} view={view} />}
    </section>
  );
}

interface ConflictPathProps {
  conflict: PathConflict;
  view: FormView;
  posted: RefusedState['values'];
}

function ConflictPath({ conflict, view, posted }: ConflictPathProps) {
  const t = useTranslations('Desk');
  const { path } = conflict;
  const name = `${CHOICE_PREFIX}${path}`;
  const chosen = posted.find(([field]) => field === name)?.[1];
  const [base, theirs, mine] = [conflict.base, conflict.theirs, conflict.mine].map((value) =>
    valueWords(path, value, view),
  );
  const language = isLocale(view.scope) ? view.scope : 'und';
  const choice = (value: string, label: string) => (
    <Checkbox
      defaultChecked={chosen === value}
      id={`${name}.${value}`}
      kind="radio"
      label={label}
      name={name}
      value={value}
    />
  );
  return (
    <fieldset className="conflict-path">
      <legend>{pathName(path, view)}</legend>
      <div className="conflict-sides">
        <Side title={t('conflictBase')} view={view}>
          <ValueText text={base ?? ''} />
        </Side>
        <Side choice={choice('theirs', t('chooseTheirs'))} title={t('conflictTheirs')} view={view}>
          <TextAgainst after={theirs ?? ''} before={base ?? ''} language={language} />
        </Side>
        <Side choice={choice('mine', t('chooseMine'))} title={t('conflictMine')} view={view}>
          <TextAgainst after={mine ?? ''} before={base ?? ''} language={language} />
        </Side>
      </div>
      <ThirdWording conflict={conflict} posted={posted} text={mine ?? ''} view={view}>
        {choice('edit', t('chooseEdit'))}
      </ThirdWording>
    </fieldset>
  );
}

interface SideProps {
  title: string;
  view: FormView;
  choice?: ReactNode;
  children: ReactNode;
}

function Side({ title, view, choice, children }: SideProps) {
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      <div className="conflict-text" {...writtenIn(view)}>
        {children}
      </div>
      {choice}
    </div>
  );
}

interface ThirdWordingProps extends ConflictPathProps {
  /** What is typed from: the writer's own text. */
  text: string;
  /** The choice of it. */
  children: ReactNode;
}

/** A field for a third wording; whoever types in it has chosen it. */
function ThirdWording({ conflict: { path }, view, posted, text, children }: ThirdWordingProps) {
  const t = useTranslations('Desk');
  const field = fieldOfPath(view.fields, path.split('.').length === 2 ? (path.split('.')[0] ?? '') : path);
  if (!TYPED.has(field?.control ?? '')) return null;
  const name = `${EDIT_PREFIX}${path}`;
  const typed = posted.find(([known]) => known === name)?.[1];
  return (
    <div className="conflict-edit">
      {children}
      <TextArea
        {...writtenIn(view)}
        defaultValue={typed ?? text}
        id={name}
        label={t('conflictEdit')}
        name={name}
        onInput={({ currentTarget: { form } }) => choose(form, `${CHOICE_PREFIX}${path}.edit`)}
        rows={3}
      />
    </div>
  );
}

function choose(form: HTMLFormElement | null, id: string): void {
  const control = form?.elements.namedItem(id);
  if (control instanceof HTMLInputElement) control.checked = true;
}

function Brought({ brought, view, posted }: { brought: readonly BroughtPath[] } & Omit<ConflictPathProps, 'conflict'>) {
  const t = useTranslations('Desk.brought');
  return (
    <section aria-labelledby="brought-title" className="conflict-brought">
      <h3 id="brought-title">{t('title')}</h3>
      <p>{t('hint')}</p>
      {brought.map(({ path, base, theirs }) => {
        const name = `${CHOICE_PREFIX}${path}`;
        return (
          <fieldset className="conflict-path" key={path}>
            <legend>{pathName(path, view)}</legend>
            <div className="conflict-text" {...writtenIn(view)}>
              <TextAgainst
                after={valueWords(path, theirs, view)}
                before={valueWords(path, base, view)}
                language={isLocale(view.scope) ? view.scope : 'und'}
              />
            </div>
            <Checkbox
              defaultChecked={posted.some(([known]) => known === name)}
              id={`${name}.mine`}
              label={t('undo')}
              name={name}
              value="mine"
            />
          </fieldset>
        );
      })}
    </section>
  );
}

/** Texts have the language and the direction of their unit; facts are read like the page around them. */
function writtenIn({ scope }: FormView) {
  return isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
}
