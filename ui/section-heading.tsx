import type { ReactNode } from 'react';

interface SectionHeadingProps {
  id?: string | undefined;
  children: ReactNode;
  /** The way to the whole list. */
  more?: { href: string; text: string } | undefined;
}

/** The title of a part of the page with the way to more. */
export function SectionHeading({ id, children, more }: SectionHeadingProps) {
  return (
    <div className="section-heading">
      <h2 id={id}>{children}</h2>
      {more === undefined ? null : <a href={more.href}>{more.text}</a>}
    </div>
  );
}
