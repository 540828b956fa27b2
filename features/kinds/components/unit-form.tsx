'use client';

import { useActionState } from 'react';
import { IDLE } from '#features/accounts/form-state.ts';
import { saveUnitAction } from '../actions.ts';
import type { UnitView } from '../unit-view.ts';
import { KeptTextForm } from './kept-text-form.tsx';
import { UnitFields } from './unit-fields.tsx';

/** The form of one unit, posted without script as well; without a view it shows what came back and nothing else. */
export function UnitForm({ view }: { view: UnitView | null }) {
  const [state, post, isPending] = useActionState(saveUnitAction, IDLE);
  if (view === null) return <KeptTextForm post={post} state={state} />;
  return <UnitFields isPending={isPending} post={post} state={state} view={view} />;
}
