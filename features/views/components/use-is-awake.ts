'use client';

import { useSyncExternalStore } from 'react';

/** Whether scripts run: no on the server and in the first picture of the page, yes from then on. */
export function useIsAwake(): boolean {
  return useSyncExternalStore(subscribe, isAwake, isAsleep);
}

function subscribe(): () => void {
  return () => undefined;
}

function isAwake(): boolean {
  return true;
}

function isAsleep(): boolean {
  return false;
}
