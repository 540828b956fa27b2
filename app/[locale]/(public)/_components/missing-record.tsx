import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import type { KindName } from '#features/records/model.ts';
import { publicPath } from '#features/records/public-path.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { listTag } from '#features/records/tags.ts';
import { localisePath } from '#i18n/locales.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { Missing } from './missing.tsx';
import { NotFoundView } from './not-found-view.tsx';

interface MissingRecordProps {
  kind: KindName;
  /** Untrusted. */
  slug: string;
}

/**
 * Stands for the page of a record that the public cannot see: leads on where its address moved, says that it was withdrawn,
 * or that nothing was ever here.
 */
export async function MissingRecord({ kind, slug }: MissingRecordProps) {
  const [locale, fate] = await Promise.all([getLocale(), fateOf(kind, slug)]);
  const tags = await tagPage(locale, [listTag(kind)]);
  if (fate?.state === 'moved' && fate.movedTo !== null) {
    permanentRedirect(localisePath(locale, fate.movedTo));
  }
  return (
    <>
      {tags}
      <Missing>
        <NotFoundView fate={fate?.state === 'gone' ? 'gone' : 'unknown'} path={publicPath(kind, slug)} />
      </Missing>
    </>
  );
}

/** The name of the `meta` element by which the style sheet tells a withdrawn page from one that never was. */
const FATE = 'page-fate';

/** The title of that page; search engines are asked to forget it. */
export async function missingRecordMetadata({ kind, slug }: MissingRecordProps): Promise<Metadata> {
  const [t, fate] = await Promise.all([getTranslations('NotFound'), fateOf(kind, slug)]);
  const isGone = fate?.state === 'gone';
  return {
    title: t(isGone ? 'goneTitle' : 'title'),
    robots: { index: false },
    ...(isGone ? { other: { [FATE]: 'gone' } } : {}),
  };
}

const fateOf = cache(async (kind: KindName, slug: string) => {
  return slugField().safeParse(slug).success ? findPublishedAddress(publicPath(kind, slug)) : null;
});
