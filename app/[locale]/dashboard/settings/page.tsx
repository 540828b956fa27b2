import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { isAdministrator } from '#features/accounts/policy.ts';
import { requireStaff } from '#features/accounts/session.ts';
import { setFourEyesAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { findFourEyes } from '#features/records/queries/find-four-eyes.ts';
import { localisePath } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';

const PATH = '/dashboard/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('SiteSettings'))('title') };
}

export default async function SettingsPage({ searchParams }: PageProps<'/[locale]/dashboard/settings'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('SiteSettings'),
  ]);
  if (!isAdministrator(actor)) return <EmptyState level={1} title={t('administrators')} />;
  const isOn = await findFourEyes(actor);
  const choices = [
    { value: 'on', label: t('on'), isChosen: isOn },
    { value: 'off', label: t('off'), isChosen: !isOn },
  ];
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'settings', text: t('title') }]} />} title={t('title')} />
      <DoneNotice done={readListQuery(query).done} />
      <Panel title={t('fourEyes')}>
        <p>{t('always')}</p>
        <DeedForm
          action={setFourEyesAction}
          hidden={{ back: `${localisePath(locale, PATH)}?done=fourEyes`, submitKey: uuidv7() }}
          label={t('save')}
        >
          <fieldset className="plain-group">
            <legend className="sr-only">{t('fourEyes')}</legend>
            {choices.map(({ value, label, isChosen }) => (
              <Checkbox
                defaultChecked={isChosen}
                id={`four-eyes-${value}`}
                key={value}
                kind="radio"
                label={label}
                name="fourEyes"
                value={value}
              />
            ))}
          </fieldset>
        </DeedForm>
      </Panel>
    </>
  );
}
