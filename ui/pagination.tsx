import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface PaginationProps {
  /** The name of the navigation. */
  label: string;
  /** Where in the list this page is, such as «3 من 7». */
  position: ReactNode;
  previous?: { href: string; text: string } | undefined;
  next?: { href: string; text: string } | undefined;
}

export function Pagination({ label, position, previous, next }: PaginationProps) {
  return (
    <nav aria-label={label} className="pages">
      {previous === undefined ? (
        <span />
      ) : (
        <a className="button button-secondary" href={previous.href} rel="prev">
          <Icon name="chevron-back" />
          {previous.text}
        </a>
      )}
      <span aria-current="page">{position}</span>
      {next === undefined ? (
        <span />
      ) : (
        <a className="button button-secondary" href={next.href} rel="next">
          {next.text}
          <Icon name="chevron-forward" />
        </a>
      )}
    </nav>
  );
}
