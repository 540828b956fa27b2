import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Missing } from '../../_components/missing.tsx';
import { NotFoundView } from '../../_components/not-found-view.tsx';
import { ProblemView } from '../../_components/problem-view.tsx';
import { siteProblemOf } from '../../_components/site-problem.ts';

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
  const problem = siteProblemOf((await params).code);
  if (problem === 'gone') return <NotFoundView fate="gone" />;
  if (problem !== null) return <ProblemView problem={problem} />;
  return (
    <Missing>
      <NotFoundView fate="unknown" />
    </Missing>
  );
}
