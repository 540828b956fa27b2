'use client';

import { createContext, useContext } from 'react';

const Context = createContext<() => void>(() => undefined);

/** Lets the controls below say that they changed what a browser does not report: a value that script put in, an order. */
export const FormChangeProvider = Context.Provider;

/** Says that something in the form was changed. Outside of a form that is kept, nobody listens. */
export function useFormChanged(): () => void {
  return useContext(Context);
}
