import type { CSSProperties } from 'react';
import { sealPaths, type SealShape } from './seal-geometry.ts';

const COLOURS = ['var(--seal-1)', 'var(--seal-2)', 'var(--seal-3)', 'var(--seal-4)'];

interface SealProps {
  /** From `pairSeal`, `networkSeal` or with own rotations. */
  shape: SealShape;
  /** Width and height in CSS pixels; a class may change it. */
  size?: number;
  className?: string;
}

/** The emblem; it repeats what the text beside it says, so it is hidden from screen readers. */
export function Seal({ shape, size = 84, className }: SealProps) {
  return (
    <svg
      aria-hidden="true"
      className={className === undefined ? 'seal' : `seal ${className}`}
      focusable="false"
      style={sizeStyle(size)}
      viewBox="-50 -50 100 100"
    >
      {sealPaths(shape).map((path, at) => (
        <path d={path} fill={COLOURS[at % COLOURS.length]} key={path} />
      ))}
    </svg>
  );
}

/** A custom property, so that a class can give the seal another size at another width. React's type knows no custom properties. */
function sizeStyle(size: number): CSSProperties {
  return { '--seal-size': `${size}px` } as CSSProperties;
}
