import type { ReactNode } from 'react';

interface ShareBarProps {
  /** Between 0 and 1. */
  share: number;
  /** The share in words or digits: the bar alone tells nobody anything. */
  children: ReactNode;
}

/** A share of a whole as a bar that grows from the start of the line, with its number. */
export function ShareBar({ share, children }: ShareBarProps) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <span className="share">
      <svg aria-hidden="true" className="share-bar" preserveAspectRatio="none" viewBox="0 0 100 10">
        <rect className="share-whole" height="10" width="100" />
        <rect className="share-part" height="10" width={width} />
      </svg>
      <bdi>{children}</bdi>
    </span>
  );
}
