import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { NavList, type NavEntry } from './nav-list.tsx';

interface SiteHeaderProps {
  wordmark: ReactNode;
  /** The name of the navigation and its entries. */
  nav: { label: string; entries: readonly NavEntry[] };
  /** A `LanguageSwitch`. */
  languages: ReactNode;
  /** The word that opens the menu on phones. */
  menu: string;
  /** Behind the languages, in the menu of phones as well: what readers choose for all pages. */
  choices?: ReactNode;
  /** The way to the search, at hand on phones as well. */
  search?: NavEntry | undefined;
}

/** The head of every public page. On phones the navigation lies in a `details`, which opens without script. */
export function SiteHeader({ wordmark, nav, languages, choices, menu, search }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-bar">
        {wordmark}
        <nav aria-label={nav.label} className="site-nav">
          <NavList entries={nav.entries} />
        </nav>
        {search === undefined ? null : (
          <a aria-current={search.current} className="site-search" href={search.href}>
            <Icon name="search" />
            <span>{search.text}</span>
          </a>
        )}
        <div className="site-end">
          {languages}
          {choices}
        </div>
        <details className="site-menu">
          <summary className="button button-secondary">
            <Icon name="menu" />
            {menu}
          </summary>
          <div className="site-sheet">
            <nav aria-label={nav.label}>
              <NavList entries={nav.entries} />
            </nav>
            {languages}
            {choices}
          </div>
        </details>
      </div>
    </header>
  );
}
