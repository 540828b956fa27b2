import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-glyphs.ts';
import type { NavEntry } from './nav-list.tsx';

/** A part of the desk in its navigation. */
export interface DeskEntry extends NavEntry {
  icon?: IconName | undefined;
  /** How much waits there. */
  badge?: ReactNode;
}

interface DeskShellProps {
  wordmark: ReactNode;
  nav: { label: string; entries: readonly DeskEntry[] };
  /** The word that opens the menu on phones. */
  menu: string;
  /** At the foot of the side: who is signed in, language, sign out. */
  person?: ReactNode;
  children: ReactNode;
}

/** The frame of the desk: the navigation at the start edge on deep petrol, the work beside it. */
export function DeskShell({ wordmark, nav, menu, person, children }: DeskShellProps) {
  return (
    <div className="desk">
      <header className="desk-side on-deep">
        {wordmark}
        <details className="desk-menu">
          <summary className="button button-on-deep">
            <Icon name="menu" />
            {menu}
          </summary>
          <DeskNav nav={nav} person={person} />
        </details>
        <div className="desk-wide">
          <DeskNav nav={nav} person={person} />
        </div>
      </header>
      <div className="desk-work">{children}</div>
    </div>
  );
}

function DeskNav({ nav, person }: Pick<DeskShellProps, 'nav' | 'person'>) {
  return (
    <>
      <nav aria-label={nav.label} className="desk-nav">
        <ul>
          {nav.entries.map(({ key, text, href, current, icon, badge }) => (
            <li key={key}>
              <a aria-current={current} href={href}>
                {icon === undefined ? null : <Icon name={icon} />}
                <span>{text}</span>
                {badge === undefined ? null : <span className="desk-badge">{badge}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {person === undefined ? null : <div className="desk-person">{person}</div>}
    </>
  );
}
