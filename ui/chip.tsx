import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface ChipProps {
  children: ReactNode;
  href?: string | undefined;
  /** How many records lie behind it. */
  count?: ReactNode;
  /** What the link does where it takes a filter away, such as «إزالة التصفية: ألمانيا»; shows a cross. */
  removes?: string | undefined;
}

/** A theme or a filter in few words. */
export function Chip({ children, href, count, removes }: ChipProps) {
  const inside = (
    <>
      <span>{children}</span>
      {count === undefined ? null : <span className="chip-count">{count}</span>}
      {removes === undefined ? null : <Icon name="close" />}
    </>
  );
  if (href === undefined) return <span className="chip">{inside}</span>;
  return (
    <a aria-label={removes} className="chip" href={href}>
      {inside}
    </a>
  );
}
