'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Scope } from '#features/records/model.ts';

/** What became of bringing the open form to the server before a deed: its newest revision, or why it is not there. */
export type Flushed = { rev: number } | { refused: 'behind' | 'unsynced' };

/** The form that is open beside the deeds of a record. */
export interface OpenForm {
  scope: Scope;
  /** Saves what is typed and not yet kept; answers at once where everything is. */
  flush: () => Promise<Flushed>;
  /** The newest revision that holds what the form once said. */
  rev: () => number;
}

/** Where the open form says that it is there, and deeds find it. */
interface Editing {
  open: (form: OpenForm) => () => void;
  current: () => OpenForm | null;
}

const Context = createContext<Editing | null>(null);

/** Lets the deeds beside a form know it, so that none is done to older words than those in sight. */
export function EditingProvider({ children }: { children: ReactNode }) {
  const [editing] = useState(createEditing);
  return <Context.Provider value={editing}>{children}</Context.Provider>;
}

/** The form that is open beside; `null` where there is none. */
export function useEditing(): Editing | null {
  return useContext(Context);
}

function createEditing(): Editing {
  let current: OpenForm | null = null;
  return {
    current: () => current,
    open: (form) => {
      current = form;
      return () => {
        if (current === form) current = null;
      };
    },
  };
}
