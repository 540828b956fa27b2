import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#ui/empty-state.tsx';
import { networkSeal } from '#ui/seal-geometry.ts';
import { PublicFrame } from './public-frame.tsx';
import { WaysOn } from './ways-on.tsx';

interface NotFoundViewProps {
  /** `gone`: something was published here and was withdrawn; `either`: the style sheet knows. */
  fate: 'either' | 'gone' | 'unknown';
  /** The address that was asked for, where it is known, so that the switch of languages keeps it. */
  path?: string;
}

/** What stands at an address without a page: what happened, and where to go on. */
export async function NotFoundView({ fate, path = '/' }: NotFoundViewProps) {
  return (
    <PublicFrame path={path}>
      <div className="page-width page-main">
        {fate === 'gone' ? null : <Fate className={fate === 'either' ? 'fate-unknown' : undefined} text="unknown" />}
        {fate === 'unknown' ? null : <Fate className={fate === 'either' ? 'fate-gone' : undefined} text="gone" />}
      </div>
    </PublicFrame>
  );
}

async function Fate({ text, className }: { text: 'gone' | 'unknown'; className: string | undefined }) {
  const t = await getTranslations('NotFound');
  return (
    <div className={className}>
      <EmptyState level={1} shape={networkSeal(1)} title={t(text === 'gone' ? 'goneTitle' : 'title')}>
        <p>{t(text === 'gone' ? 'goneText' : 'text')}</p>
        <WaysOn />
      </EmptyState>
    </div>
  );
}
