import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { requireStaff } from '#features/accounts/session.ts';
import { createRecordAction } from '#features/kinds/actions.ts';
import { NewRecordForm } from '#features/kinds/components/new-record-form.tsx';
import { listPath } from '#features/kinds/lists.ts';
import { prefixOf } from '#features/records/desk-address.ts';
import { isKindName } from '#features/records/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { localisePath } from '#i18n/locales.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { Notice } from '#ui/notice.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';

export default async function NewRecordPage({ searchParams }: PageProps<'/[locale]/dashboard/new'>) {
  const [{ kind = 'partnership' }, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('Desk')]);
  if (typeof kind !== 'string' || !isKindName(kind)) notFound();
  const actor = await requireStaff(`/dashboard/new?kind=${kind}`);
  const list = { key: 'list', text: t(`kinds.${kind}`), href: localisePath(locale, listPath(kind)) };
  const crumbs = [list, { key: 'new', text: t(`create.${kind}`) }];
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={crumbs} />} title={t(`create.${kind}`)} />
      {mayCreate(actor) ? (
        <NewRecordForm
          action={createRecordAction}
          kind={kind}
          locale={locale}
          prefix={prefixOf(locale)}
          submitKey={uuidv7()}
        />
      ) : (
        <Notice kind="warn">
          <p>{t('forbidden')}</p>
        </Notice>
      )}
    </>
  );
}
