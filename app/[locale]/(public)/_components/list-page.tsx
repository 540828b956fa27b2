import type { ReactNode } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import { ListHead } from './list-head.tsx';
import { PublicFrame } from './public-frame.tsx';

interface ListPageProps {
  /** Without language prefix. */
  path: string;
  /** From `tagPage`. */
  tags: ReactNode;
  title: string;
  lead: string;
  /** How many there are, in words. */
  count: ReactNode;
  /** What stands there instead of an empty list. */
  empty: { isShown: boolean; title: string; text: string };
  children: ReactNode;
}

/** A page that lists all of a kind: where it stands, what it is, how many there are, and the list. */
export function ListPage({ path, tags, title, lead, count, empty, children }: ListPageProps) {
  return (
    <PublicFrame path={path}>
      {tags}
      <div className="page-width page-main">
        <ListHead count={count} title={title} />
        <p className="lead list-lead">{lead}</p>
        {empty.isShown ? (
          <EmptyState title={empty.title}>
            <p>{empty.text}</p>
          </EmptyState>
        ) : (
          children
        )}
      </div>
    </PublicFrame>
  );
}
