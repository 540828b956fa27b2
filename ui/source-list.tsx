import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { directionOf } from './text-direction.ts';

interface Source {
  /** The anchor that the marks in the text lead to, such as `source-1`. */
  id: string;
  title: string;
  /** The language of the title, where it is known. */
  lang?: string | undefined;
  href?: string | undefined;
  /** Publisher, dates and kind in the language of the page. */
  description?: ReactNode;
  /** What opens under the source, with the word that opens it: who checked it and when, what it supports. */
  more?: { summary: string; content: ReactNode } | undefined;
  /** The way back to the mark in the text. */
  back?: { href: string; label: string } | undefined;
}

/** The sources of a page, numbered as the marks in its text. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ol className="sources">
      {sources.map((source) => (
        <li id={source.id} key={source.id}>
          <SourceTitle source={source} />
          {source.back === undefined ? null : (
            <a aria-label={source.back.label} className="source-back" href={source.back.href}>
              <Icon name="arrow-up" />
            </a>
          )}
          {source.description === undefined ? null : <p className="source-line">{source.description}</p>}
          {source.more === undefined ? null : (
            <details className="source-more">
              <summary>{source.more.summary}</summary>
              {source.more.content}
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ source: { title, lang, href } }: { source: Source }) {
  const named = (
    <bdi dir={lang === undefined ? undefined : directionOf(lang)} lang={lang}>
      {title}
    </bdi>
  );
  if (href === undefined) return named;
  return (
    <a className="source-link" href={href} hrefLang={lang}>
      {named}
    </a>
  );
}
