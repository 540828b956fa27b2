'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus back to what opened a window over the page, once the window is gone: while it stands, nothing beneath takes
 * the focus.
 */
export function useFocusBack(opener: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, opener]);
}
