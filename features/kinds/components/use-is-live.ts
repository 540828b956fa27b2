'use client';

import { useSyncExternalStore } from 'react';

const NEVER = () => () => undefined;

/** Whether script runs here: not on the server, and not where it is switched off. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
}
