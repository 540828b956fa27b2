'use client';

import { useEffect, useState } from 'react';
import type { UnitView } from '../unit-view.ts';
import { type DeviceDraft, findOnDevice, forgetOnDevice, saySame, valuesOf } from './device-drafts.ts';
import { placeOf } from './use-keeping.ts';

/** What this device kept of a unit that the server does not have. */
export interface OfferedDraft {
  /** To be taken or left; `null` where there is nothing, or it was taken or left. */
  offer: DeviceDraft | null;
  restored: DeviceDraft | null;
  restore: () => void;
  drop: () => void;
}

/** Looks once whether this device kept words that the form does not show. */
export function useDeviceDraft(view: UnitView): OfferedDraft {
  const [offer, setOffer] = useState<DeviceDraft | null>(null);
  const [restored, setRestored] = useState<DeviceDraft | null>(null);
  const [{ person, record, scope }] = useState(() => placeOf(view));

  useEffect(() => {
    const place = { person, record, scope };
    let isCurrent = true;
    async function look() {
      const draft = await findOnDevice(place);
      if (draft === null || !isCurrent) return;
      if (isShown(draft)) await forgetOnDevice(place);
      else setOffer(draft);
    }
    void look();
    return () => {
      isCurrent = false;
    };
  }, [person, record, scope]);

  return {
    offer,
    restored,
    restore: () => {
      setRestored(offer);
      setOffer(null);
    },
    drop: () => {
      setOffer(null);
      void forgetOnDevice({ person, record, scope });
    },
  };
}

/** Whether the form on the page says the same. */
function isShown({ values }: DeviceDraft): boolean {
  const form = document.querySelector<HTMLFormElement>('form.unit-form');
  return form !== null && saySame(values, valuesOf(new FormData(form)));
}
