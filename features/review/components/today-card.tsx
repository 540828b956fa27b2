import type { ReactNode } from 'react';
import { Panel } from '#ui/panel.tsx';

interface TodayCardProps {
  title: string;
  /** What would stand here; said where nothing does. */
  empty: string;
  rows: readonly { key: string; shown: ReactNode }[];
  /** Above the rows. */
  head?: ReactNode;
  /** Where there is more, or what can be done where there is nothing. */
  link?: { href: string; text: string } | undefined;
}

/** A card of the first page: a few rows and the way to the rest. */
export function TodayCard({ title, empty, rows, head, link }: TodayCardProps) {
  return (
    <Panel title={title}>
      {rows.length === 0 ? <p className="muted">{empty}</p> : head}
      {rows.length === 0 ? null : (
        <ul className="work">
          {rows.map(({ key, shown }) => (
            <li key={key}>{shown}</li>
          ))}
        </ul>
      )}
      {link === undefined ? null : (
        <p className="work-end">
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </Panel>
  );
}
