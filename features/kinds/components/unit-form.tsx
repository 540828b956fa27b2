'use client';

import { saveUnitAction } from '../actions.ts';
import type { UnitView } from '../unit-view.ts';
import { KeptTextForm } from './kept-text-form.tsx';
import { UnitFields } from './unit-fields.tsx';
import { useSending } from './use-sending.ts';

/** The form of one unit, posted without script as well; without a view it shows what came back and nothing else. */
export function UnitForm({ view }: { view: UnitView | null }) {
  const sending = useSending(saveUnitAction);
  if (view === null) return <KeptTextForm post={sending.post} state={sending.state} />;
  return <UnitFields sending={sending} view={view} />;
}
