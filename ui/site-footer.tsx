import type { ReactNode } from 'react';
import { NavList, type NavEntry } from './nav-list.tsx';

interface SiteFooterProps {
  wordmark: ReactNode;
  /** What the site is, in one sentence. */
  about?: ReactNode;
  groups: readonly { key: string; label: string; entries: readonly NavEntry[] }[];
  /** The last line: licence, version. */
  children?: ReactNode;
}

export function SiteFooter({ wordmark, about, groups, children }: SiteFooterProps) {
  return (
    <footer className="site-footer on-deep">
      <div className="site-foot">
        <div className="site-about">
          {wordmark}
          {about === undefined ? null : <p>{about}</p>}
        </div>
        {groups.map(({ key, label, entries }) => (
          <nav aria-label={label} key={key}>
            <p aria-hidden="true" className="site-group">
              {label}
            </p>
            <NavList entries={entries} />
          </nav>
        ))}
        {children === undefined ? null : <div className="site-last">{children}</div>}
      </div>
    </footer>
  );
}
