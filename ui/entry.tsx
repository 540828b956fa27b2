import type { ReactNode } from 'react';

interface EntryProps {
  emblem: ReactNode;
  kicker?: ReactNode;
  title: ReactNode;
  /** Makes the whole entry lead there, with the title as the link's name. */
  href: string;
  /** The rank of the title on the page. */
  level?: 2 | 3;
  children?: ReactNode;
  footer?: ReactNode;
  /** Short facts at the end edge. */
  aside?: ReactNode;
}

/** A record in a list of one a row: emblem, names and summary, facts. */
export function Entry({ emblem, kicker, title, href, level = 2, children, footer, aside }: EntryProps) {
  const Heading = `h${level}` as const;
  return (
    <article className="card card-harbour entry">
      <div className="entry-emblem">{emblem}</div>
      <div className="entry-text">
        {kicker === undefined ? null : <p className="card-kicker">{kicker}</p>}
        <Heading className="card-title">
          <a href={href}>{title}</a>
        </Heading>
        {children === undefined ? null : <div className="card-text">{children}</div>}
        {footer === undefined ? null : <div className="chips">{footer}</div>}
      </div>
      {aside === undefined ? null : <div className="entry-facts">{aside}</div>}
    </article>
  );
}
