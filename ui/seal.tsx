import { sealPaths, type SealShape } from './seal-geometry.ts';

const COLOURS = ['var(--seal-1)', 'var(--seal-2)', 'var(--seal-3)', 'var(--seal-4)'];

interface SealProps {
  /** From `pairSeal`, `networkSeal` or with own rotations. */
  shape: SealShape;
  /** Width and height in CSS pixels; a class may change it. */
  size?: number;
  className?: string;
}

/**
 * The emblem; it repeats what the text beside it says, so it is hidden from screen readers. Its size stands in attributes of
 * the drawing: a policy of the page forbids attributes of style.
 */
export function Seal({ shape, size = 84, className }: SealProps) {
  return (
    <svg
      aria-hidden="true"
      className={className === undefined ? 'seal' : `seal ${className}`}
      focusable="false"
      height={size}
      viewBox="-50 -50 100 100"
      width={size}
    >
      {sealPaths(shape).map((path, at) => (
        <path d={path} fill={COLOURS[at % COLOURS.length]} key={path} />
      ))}
    </svg>
  );
}
