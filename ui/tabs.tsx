import type { ReactNode } from 'react';

interface Tab {
  key: string;
  text: ReactNode;
  href: string;
  current?: boolean;
  /** A number or a state behind the word. */
  badge?: ReactNode;
}

/** The views of one record as links; the address says which one is open. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {tabs.map(({ key, text, href, current = false, badge }) => (
          <li key={key}>
            <a aria-current={current ? 'page' : undefined} href={href}>
              {text}
              {badge === undefined ? null : <span className="tabs-badge">{badge}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
