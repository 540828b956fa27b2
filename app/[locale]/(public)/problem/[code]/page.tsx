import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { tagPage } from '#platform/page-tags.tsx';
import { Missing } from '../../_components/missing.tsx';
import { NotFoundView } from '../../_components/not-found-view.tsx';
import { ProblemView } from '../../_components/problem-view.tsx';
import { siteProblemOf, type SiteProblem } from '../../_components/site-problem.ts';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/problem/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations();
  const problem = siteProblemOf((await params).code);
  const robots = { index: false };
  if (problem === null) return { title: t('NotFound.title'), robots };
  return { title: problem === 'gone' ? t('NotFound.goneTitle') : t(`Problems.${problem}.title`), robots };
}

/**
 * A page that is shown in the place of others, with the status that belongs to it, by the process in front of Next. No
 * address of the public leads here: see the rewrites in `next.config.mjs`.
 */
export default async function ProblemPage({ params }: Props) {
  const [{ code }, locale] = await Promise.all([params, getLocale()]);
  return (
    <>
      {await tagPage(locale, [])}
      <Words problem={siteProblemOf(code)} />
    </>
  );
}

function Words({ problem }: { problem: SiteProblem | null }) {
  if (problem === 'gone') return <NotFoundView fate="gone" />;
  if (problem !== null) return <ProblemView problem={problem} />;
  return (
    <Missing>
      <NotFoundView fate="unknown" />
    </Missing>
  );
}
