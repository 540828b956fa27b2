'use client';

import { createContext, useContext, useState } from 'react';
import type { Content } from '#features/records/model.ts';

/** Adds an item to a list of the form. @returns the stable id it got */
type Add = (values: Content) => string;

/** The lists of a form, for controls elsewhere in it that add to them. */
export interface ListAdding {
  open: (list: string, add: Add) => () => void;
  /** @returns `null` where the form has no such list */
  add: (list: string, values: Content) => string | null;
}

const Context = createContext<ListAdding>({ open: () => () => undefined, add: () => null });

/** Lets controls of a form add to its lists. */
export const ListAddingProvider = Context.Provider;

/** The lists of the form around a control. */
export function useListAdding(): ListAdding {
  return useContext(Context);
}

/** The lists of one form, to be provided to its controls. */
export function useLists(): ListAdding {
  return useState(createLists)[0];
}

function createLists(): ListAdding {
  const lists = new Map<string, Add>();
  return {
    open: (list, add) => {
      lists.set(list, add);
      return () => {
        if (lists.get(list) === add) lists.delete(list);
      };
    },
    add: (list, values) => lists.get(list)?.(values) ?? null,
  };
}
