import type { ReactNode } from 'react';
import { SectionHeading } from '#ui/section-heading.tsx';

interface PagePartProps {
  id: string;
  title: string;
  /** Nothing at all is drawn where the part would be empty. */
  isShown?: boolean;
  children: ReactNode;
}

/** A part of a record's page with its title. */
export function PagePart({ id, title, isShown = true, children }: PagePartProps) {
  if (!isShown) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id}>{title}</SectionHeading>
      {children}
    </section>
  );
}
