import type { ReactNode } from 'react';

interface LocaleColumnProps {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The name of the language in itself. */
  title: string;
  /** Tags behind the title. */
  state?: ReactNode;
  /** How complete it is, at the end. */
  progress?: ReactNode;
  children: ReactNode;
}

/** One language of a record in its own direction; several stand side by side in `.locale-columns`. */
export function LocaleColumn({ lang, dir, title, state, progress, children }: LocaleColumnProps) {
  return (
    <section className="locale-column" dir={dir} lang={lang}>
      <header>
        <h2>{title}</h2>
        {state}
        {progress === undefined ? null : <span className="locale-progress">{progress}</span>}
      </header>
      {children}
    </section>
  );
}
