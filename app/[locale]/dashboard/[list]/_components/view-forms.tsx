import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { listPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { prefixOf } from '#features/records/desk-address.ts';
import type { KindName } from '#features/records/model.ts';
import { changeViewAction, keepViewAction, removeViewAction } from '#features/views/actions.ts';
import { type Question, SHARED_WITH } from '#features/views/model.ts';
import { mayChangeView, mayShareViews } from '#features/views/policy.ts';
import type { SavedView } from '#features/views/queries/list-saved-views.ts';
import { questionText } from '#features/views/question.ts';
import { localisePath } from '#i18n/locales.ts';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';

interface ViewFormsProps {
  actor: PersonActor;
  kind: KindName;
  question: Question;
  /** The view that is open. */
  view: SavedView | null;
  isChanged: boolean;
}

/** Keeping the list as it stands, and what can be done with the view that is open. */
export async function ViewForms({ actor, kind, question, view, isChanged }: ViewFormsProps) {
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations('Desk.lists'),
    getTranslations('Accounts'),
  ]);
  const asked = questionText(question);
  const mayChange = view !== null && mayChangeView(actor, view);
  if (asked === '' && view === null) return null;
  return (
    <div className="view-forms">
      {isChanged ? (
        <Notice kind="note">
          <p>{t('viewChanged')}</p>
          {mayChange ? (
            <DeedForm
              action={changeViewAction}
              hidden={{ view: view.id, question: asked, submitKey: uuidv7(), back: backTo(locale, kind, view.id) }}
              icon="save"
              label={t('overwrite')}
            />
          ) : null}
        </Notice>
      ) : null}
      <details>
        <summary>{t('keepNew')}</summary>
        <DeedForm
          action={keepViewAction}
          hidden={{ list: kind, question: asked, prefix: prefixOf(locale), submitKey: uuidv7() }}
          icon="save"
          label={t('keep')}
        >
          <TextInput
            id="view-new-name"
            label={t('viewName')}
            maxLength={60}
            name="name"
            required={common('required')}
          />
          <ShareSelect actor={actor} id="view-new-shared" value="owner" />
        </DeedForm>
      </details>
      {mayChange ? <ManageView actor={actor} back={backTo(locale, kind, view.id)} kind={kind} view={view} /> : null}
    </div>
  );
}

function backTo(locale: Parameters<typeof localisePath>[0], kind: KindName, view: string): string {
  return `${localisePath(locale, listPath(kind))}?view=${view}&done=viewChanged`;
}

interface ManageViewProps {
  actor: PersonActor;
  kind: KindName;
  view: SavedView;
  back: string;
}

async function ManageView({ actor, kind, view, back }: ManageViewProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.lists')]);
  const submitKey = uuidv7();
  const list = localisePath(locale, listPath(kind));
  return (
    <details>
      <summary>{t('manage')}</summary>
      <p className="muted">
        {t.rich('sharedBy', { circle: t(`sharedWith.${view.sharedWith}`), by: () => <bdi>{view.owner}</bdi> })}
      </p>
      <DeedForm action={changeViewAction} hidden={{ view: view.id, submitKey, back }} icon="save" label={t('change')}>
        <TextInput defaultValue={view.name} id="view-name" label={t('viewName')} maxLength={60} name="name" />
        <ShareSelect actor={actor} id="view-shared" value={view.sharedWith} />
        <TextInput
          code
          defaultValue={String(view.rank)}
          hint={t('rankHint')}
          id="view-rank"
          inputMode="numeric"
          label={t('rank')}
          maxLength={2}
          name="rank"
        />
      </DeedForm>
      <details>
        <summary>{t('removeView')}</summary>
        <DeedForm
          action={removeViewAction}
          hidden={{ view: view.id, submitKey: `${submitKey}-remove`, back: `${list}?done=viewRemoved` }}
          label={t('removeView')}
          look="danger"
        >
          <p>{t.rich('removeConfirm', { name: () => <bdi>{view.name}</bdi> })}</p>
        </DeedForm>
      </details>
    </details>
  );
}

/** For whom a view is; sharing is for those who release. */
async function ShareSelect({ actor, id, value }: { actor: PersonActor; id: string; value: SavedView['sharedWith'] }) {
  const t = await getTranslations('Desk.lists');
  const circles = mayShareViews(actor) ? SHARED_WITH : (['owner'] as const);
  return (
    <Select
      choices={circles.map((circle) => ({ value: circle, text: t(`sharedWith.${circle}`) }))}
      defaultValue={value}
      id={id}
      label={t('shareWith')}
      name="sharedWith"
    />
  );
}
