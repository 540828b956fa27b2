import type { ReactNode } from 'react';
import type { SealShape } from './seal-geometry.ts';
import { Seal } from './seal.tsx';

interface HeroProps {
  title: ReactNode;
  lead: ReactNode;
  shape: SealShape;
  /** The search form or the first action. */
  children?: ReactNode;
}

/** The deep band at the head of the front page. */
export function Hero({ title, lead, shape, children }: HeroProps) {
  return (
    <section className="hero on-deep">
      <div className="hero-inner">
        {/* First, since it stands above the words on phones: what arrives later must not push away what is being read. */}
        <Seal className="hero-seal" shape={shape} size={320} />
        <div>
          <h1 className="display">{title}</h1>
          <p className="lead">{lead}</p>
          {children}
        </div>
      </div>
    </section>
  );
}
