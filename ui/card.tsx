import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

interface CardProps {
  /** The colour of the rule at the top: harbour for partnerships, brick for cities, ink for stories. */
  rule?: 'harbour' | 'brick' | 'ink' | undefined;
  title: ReactNode;
  /** Makes the whole card lead there, with the title as the link's name. */
  href?: string | undefined;
  /** The rank of the title on the page. */
  level?: 2 | 3 | 4;
  emblem?: ReactNode;
  kicker?: ReactNode;
  /** Where the text is in another language than the page. */
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** The last line: chips at the start, a figure at the end. */
  footer?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}

export function Card({ rule, title, href, level = 3, emblem, kicker, lang, dir, footer, aside, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={joinClasses('card', rule !== undefined && `card-${rule}`)} dir={dir} lang={lang}>
      {emblem === undefined ? null : <div className="card-emblem">{emblem}</div>}
      {kicker === undefined ? null : <p className="card-kicker">{kicker}</p>}
      <Heading className="card-title">{href === undefined ? title : <a href={href}>{title}</a>}</Heading>
      {children === undefined ? null : <div className="card-text">{children}</div>}
      {footer === undefined && aside === undefined ? null : (
        <div className="card-foot">
          <div className="chips">{footer}</div>
          {aside === undefined ? null : <p className="card-aside">{aside}</p>}
        </div>
      )}
    </article>
  );
}
