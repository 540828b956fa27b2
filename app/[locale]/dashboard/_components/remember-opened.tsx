'use client';

import { useEffect } from 'react';
import { noteOpened } from './opened-records.ts';

/** Notes on this device that a record was opened, so that the palette offers it. */
export function RememberOpened({ person, recordRef, title }: { person: string; recordRef: string; title: string }) {
  useEffect(() => noteOpened(person, { ref: recordRef, title }), [person, recordRef, title]);
  return null;
}
