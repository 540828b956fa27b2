import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import '#features/kinds/all.ts';
import OrganisationPage from '#app/[locale]/(public)/organisations/[slug]/page.tsx';
import PartnershipPage from '#app/[locale]/(public)/partnerships/[slug]/page.tsx';
import PlacePage from '#app/[locale]/(public)/places/[slug]/page.tsx';
import ProgrammePage from '#app/[locale]/(public)/programmes/[slug]/page.tsx';
import RegisterPage from '#app/[locale]/(public)/[slug]/page.tsx';
import StoryPage from '#app/[locale]/(public)/stories/[slug]/page.tsx';
import ThemePage from '#app/[locale]/(public)/themes/[slug]/page.tsx';
import { previewFrame } from '#app/[locale]/(public)/_components/preview-frame.ts';
import { PublicFrame } from '#app/[locale]/(public)/_components/public-frame.tsx';
import type { KindName } from '#features/records/model.ts';
import { type DraftReader, findDraftPage } from '#features/records/queries/find-draft-page.ts';
import type { Locale } from '#i18n/locales.ts';
import { DraftBanner } from './draft-banner.tsx';
import { MissingParts } from './missing-parts.tsx';

/** What a public page of one record is asked. */
interface Asked {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, never>>;
}

/** The very pages that readers get. Each asks all that it shows before it gives its first element. */
const PAGES: Record<KindName, (asked: Asked) => Promise<ReactNode>> = {
  organisation: OrganisationPage,
  page: RegisterPage,
  partnership: PartnershipPage,
  place: PlacePage,
  programme: ProgrammePage,
  story: StoryPage,
  theme: ThemePage,
};

interface DraftViewProps {
  reader: DraftReader;
  /** The address of the preview without language prefix. */
  path: `/${string}`;
}

/** A record's drafts as the real page, with a banner that says so; or what is missing before there is a page. */
export async function DraftView({ reader, path }: DraftViewProps) {
  const locale = await getLocale();
  previewFrame().path = path;
  const found = await findDraftPage(reader, {
    now: new Date(),
    draw: ({ kind, slug }) =>
      PAGES[kind]({ params: Promise.resolve({ locale, slug }), searchParams: Promise.resolve({}) }),
  });
  if (found === null) notFound();
  const isStaff = 'actor' in reader;
  return (
    <>
      <DraftBanner found={found} isStaff={isStaff} />
      {found.page ?? (
        <PublicFrame path={path}>
          <div className="page-width page-main">
            <MissingParts isStaff={isStaff} problems={found.missing} recordRef={found.ref} />
          </div>
        </PublicFrame>
      )}
    </>
  );
}
