import type { ReactNode } from 'react';
import { ListCrumbs } from './list-crumbs.tsx';

interface ListHeadProps {
  title: string;
  /** How many there are, in words. */
  count: ReactNode;
}

/** The head of a page that lists records. */
export function ListHead({ title, count }: ListHeadProps) {
  return (
    <>
      <ListCrumbs title={title} />
      <div className="list-head">
        <h1>{title}</h1>
        <p className="muted" role="status">
          {count}
        </p>
      </div>
    </>
  );
}
