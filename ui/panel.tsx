import type { ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}

/** A bordered box beside or between the text, such as the fact card of a partnership. */
export function Panel({ title, level = 2, children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="panel">
      <Heading className="panel-title">{title}</Heading>
      {children}
    </section>
  );
}
