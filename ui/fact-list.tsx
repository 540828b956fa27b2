import type { ReactNode } from 'react';

interface Fact {
  /** Tells the facts apart. */
  key: string;
  term: ReactNode;
  value: ReactNode;
}

/** Short facts as terms and values. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
