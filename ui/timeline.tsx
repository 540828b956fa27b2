import type { ReactNode } from 'react';

interface TimelineEntry {
  key: string;
  /** The date in words, best as a `time` element. */
  date: ReactNode;
  title: ReactNode;
  /** A tag behind the title, such as the kind of entry. */
  tag?: ReactNode;
  /** Not yet confirmed or still to come: an open shape with a broken outline. */
  pending?: boolean;
  children?: ReactNode;
}

/** Events in their order along a rail at the start edge. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, date, title, tag, pending = false, children }) => (
        <li className={pending ? 'is-pending' : undefined} key={key}>
          <p className="timeline-line">
            <span className="timeline-date">{date}</span> <span>{title}</span> {tag}
          </p>
          {children === undefined ? null : <div className="timeline-text">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
