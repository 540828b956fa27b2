import { getTranslations } from 'next-intl/server';
import { BODY_MEGABYTES_MAX } from '#platform/body-limit.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { networkSeal } from '#ui/seal-geometry.ts';
import { PublicFrame } from './public-frame.tsx';
import type { SiteProblem } from './site-problem.ts';
import { WaysOn } from './ways-on.tsx';

/** Where the reader can do nothing here but read on elsewhere. */
const WITH_WAYS = new Set<SiteProblem>(['badRequest', 'method', 'unavailable']);

interface ProblemViewProps {
  problem: Exclude<SiteProblem, 'gone'>;
}

/** What happened, what became of what was sent, and what to do; complete without script. */
export async function ProblemView({ problem }: ProblemViewProps) {
  const t = await getTranslations('Problems');
  return (
    <PublicFrame path="/">
      <div className="page-width page-main">
        <EmptyState level={1} shape={networkSeal(1)} title={t(`${problem}.title`)}>
          <p>{t(`${problem}.text`, { megabytes: String(BODY_MEGABYTES_MAX) })}</p>
          {problem === 'notArrived' || problem === 'tooLarge' ? <p>{t(`${problem}.hint`)}</p> : null}
          {problem === 'moment' ? <p>{t('moment.again')}</p> : null}
          {WITH_WAYS.has(problem) ? <WaysOn /> : null}
        </EmptyState>
      </div>
    </PublicFrame>
  );
}
