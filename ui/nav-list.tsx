import type { ReactNode } from 'react';

/** An entry of a navigation. */
export interface NavEntry {
  key: string;
  text: ReactNode;
  href: string;
  /** `page` is this very page, `true` one below it. */
  current?: 'page' | true | undefined;
}

/** The entries of a navigation as a list of links. */
export function NavList({ entries }: { entries: readonly NavEntry[] }) {
  return (
    <ul>
      {entries.map(({ key, text, href, current }) => (
        <li key={key}>
          <a aria-current={current} href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
