'use client';

import { saveUnitAction } from '../actions.ts';
import type { UnitView } from '../unit-view.ts';
import { DraftOffer } from './draft-offer.tsx';
import { KeptTextForm } from './kept-text-form.tsx';
import { UnitFields } from './unit-fields.tsx';
import { useDeviceDraft } from './use-device-draft.ts';
import { type Sending, useSending } from './use-sending.ts';

/** The form of one unit, posted without script as well; without a view it shows what came back and nothing else. */
export function UnitForm({ view }: { view: UnitView | null }) {
  const sending = useSending(saveUnitAction);
  if (view === null) return <KeptTextForm post={sending.post} state={sending.state} />;
  return <KeptUnitForm sending={sending} view={view} />;
}

/** The form with what this device kept, if the writer wants that back. */
function KeptUnitForm({ view, sending }: { view: UnitView; sending: Sending }) {
  const { offer, restored, restore, drop } = useDeviceDraft(view);
  return (
    <>
      {offer === null ? null : <DraftOffer draft={offer} onDrop={drop} onRestore={restore} />}
      {/* What would be typed now would take the place of what the device keeps. */}
      <div inert={offer !== null}>
        <UnitFields key={restored?.at ?? ''} restored={restored} sending={sending} view={view} />
      </div>
    </>
  );
}
