import type { ReactNode } from 'react';

interface Crumb {
  key: string;
  text: ReactNode;
  /** Left out for the page itself. */
  href?: string | undefined;
}

/** The way from the front page to here; the separators are drawn by the style sheet. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="crumbs">
      <ol>
        {crumbs.map(({ key, text, href }) => (
          <li key={key}>{href === undefined ? <span aria-current="page">{text}</span> : <a href={href}>{text}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
