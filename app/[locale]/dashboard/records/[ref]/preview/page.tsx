import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireStaff } from '#features/accounts/session.ts';
import { recordPath } from '#features/kinds/lists.ts';
import { findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listPreviewLinks } from '#features/records/queries/list-preview-links.ts';
import { LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { DoneNotice } from '../../../_components/done-notice.tsx';
import { readListQuery } from '../../../_components/list-query.ts';
import { isRef } from '../_components/open-record.ts';
import { RecordHeader } from '../_components/record-header.tsx';
import { PreviewFrames } from './_components/preview-frames.tsx';
import { PreviewLinks } from './_components/preview-links.tsx';

type Props = PageProps<'/[locale]/dashboard/records/[ref]/preview'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ref }, t] = await Promise.all([params, getTranslations('Desk.preview')]);
  return { title: `${ref} · ${t('title')}` };
}

/** The drafts of a record in all languages beside each other, as on a phone, and the links by which others see them. */
export default async function PreviewsPage({ params, searchParams }: Props) {
  const [{ ref }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('Desk.preview'),
  ]);
  const actor = await requireStaff(`${recordPath(ref)}/preview`);
  const record = isRef(ref) ? await findDeskRecord(actor, ref) : null;
  if (record === null || record.isTrashed) notFound();
  const links = await listPreviewLinks(actor, record.id, new Date());
  return (
    <>
      <RecordHeader person={actor.id} current={locale} record={record} view="preview" />
      <DoneNotice done={readListQuery(query).done} />
      <h2>{t('title')}</h2>
      <p className="field-hint">{t('hint')}</p>
      <PreviewFrames
        frames={LOCALES.map((lang) => ({
          lang,
          name: LANGUAGE_NAME[lang],
          href: localisePath(lang, `/preview/${ref}`),
        }))}
      />
      <PreviewLinks actor={actor} links={links} record={record} />
    </>
  );
}
