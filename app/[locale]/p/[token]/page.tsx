import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { DraftView } from '#app/[locale]/preview/_components/draft-view.tsx';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { openPreviewLink } from '#features/records/commands/open-preview-link.ts';
import { findPreviewLink } from '#features/records/queries/find-preview-link.ts';
import { requestId } from '#platform/request-context.ts';

type Props = PageProps<'/[locale]/p/[token]'>;

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Preview');
  // The address itself is the key, so it goes to no other site.
  return { title: t('label'), robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** The drafts of one record, for whoever has the link. Nothing changes by looking, but that it is known to have been opened. */
export default async function LinkedPreviewPage({ params }: Props) {
  const { token } = await params;
  const now = new Date();
  const link = await findPreviewLink(token, now);
  if (link?.state !== 'open') notFound();
  if (!link.wasOpened) {
    await runCommand(openPreviewLink, { token }, { actor: ANONYMOUS, now, requestId: requestId() ?? uuidv7() });
  }
  return <DraftView path={`/p/${token}`} reader={{ token }} />;
}
