import { notFound } from 'next/navigation';
import { Suspense, type ReactNode } from 'react';

/**
 * Shows a page and answers 404. `notFound()` alone sends an empty body that only the framework's script fills; thrown
 * inside a boundary of a static page it still sets the status, while the boundary's fallback is what the server writes.
 */
export function Missing({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <NotFoundSignal />
    </Suspense>
  );
}

function NotFoundSignal(): never {
  notFound();
}
