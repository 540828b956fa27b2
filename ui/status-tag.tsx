import type { ReactNode } from 'react';

/** What a state means to the reader; the colour and the shape follow from it. */
export type StatusTone = 'ok' | 'warn' | 'error' | 'note' | 'harbour' | 'brick' | 'plain';

/** One shape a tone, so that the states stay apart without colour. */
const SHAPES: Record<StatusTone, string> = {
  ok: 'M6 1L11 6 6 11 1 6z',
  warn: 'M6 1.5L11 10.5H1z',
  error: 'M2 2l8 8M10 2l-8 8',
  note: 'M2 2h8v8H2z',
  harbour: 'M6 1L11 6 6 11 1 6zM6 1v10',
  brick: 'M2 2h8v8H2zM2 6h8',
  plain: 'M1 6h10',
};

interface StatusTagProps {
  tone: StatusTone;
  children: ReactNode;
}

/** A state as a word with a shape. */
export function StatusTag({ tone, children }: StatusTagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      <svg aria-hidden="true" focusable="false" viewBox="0 0 12 12">
        <path d={SHAPES[tone]} />
      </svg>
      {children}
    </span>
  );
}
