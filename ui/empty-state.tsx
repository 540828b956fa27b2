import type { ReactNode } from 'react';
import { networkSeal, type SealShape } from './seal-geometry.ts';
import { Seal } from './seal.tsx';

interface EmptyStateProps {
  /** One sentence. */
  title: ReactNode;
  /** The rank of the sentence on the page; 1 for error pages. */
  level?: 1 | 2 | 3;
  shape?: SealShape;
  children?: ReactNode;
  /** One action, two at most. */
  actions?: ReactNode;
}

/** Says that there is nothing here and what to do, on the field of stars. */
export function EmptyState({ title, level = 2, shape = networkSeal(2), children, actions }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="empty">
      <Seal shape={shape} size={72} />
      <Heading className="empty-title">{title}</Heading>
      {children}
      {actions === undefined ? null : <div className="button-row">{actions}</div>}
    </section>
  );
}
