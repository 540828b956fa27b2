'use client';

import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type FormState, IDLE, type RefusedState } from '#features/accounts/form-state.ts';
import {
  approveUnitAction,
  publishUnitsAction,
  submitUnitAction,
  trashRecordAction,
  unpublishUnitsAction,
} from '#features/kinds/actions.ts';
import { useLeaveGuard } from '#features/kinds/components/use-leave-guard.ts';
import { type BulkDeed, type BulkOutcome, type BulkStep, runBulk } from '../bulk.ts';

const ACTIONS: Record<BulkDeed, (previous: FormState, form: FormData) => Promise<FormState>> = {
  submit: submitUnitAction,
  approve: approveUnitAction,
  publish: publishUnitsAction,
  unpublish: unpublishUnitsAction,
  trash: trashRecordAction,
};

const UNREACHABLE: RefusedState = { status: 'refused', code: 'unreachable', values: [] };

/** One step and what became of it. */
export type Outcome = BulkOutcome<RefusedState>;

/** A deed over a selection, as it goes on. */
export interface BulkRun {
  isRunning: boolean;
  isStopped: boolean;
  /** How many steps there are in all; zero where nothing was begun. */
  total: number;
  outcomes: readonly Outcome[];
  begin: (steps: readonly BulkStep[]) => Promise<void>;
  stop: () => void;
}

/** Does a deed to one record after another, each by its own command; leaving the page meanwhile asks first. */
export function useBulkRun(): BulkRun {
  const [isRunning, setRunning] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const [total, setTotal] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const isToStop = useRef(false);
  const keys = useRef(new Map<string, string>());
  useLeaveGuard(isRunning);

  async function begin(steps: readonly BulkStep[]) {
    isToStop.current = false;
    setStopped(false);
    setOutcomes([]);
    setTotal(steps.length);
    setRunning(true);
    await runBulk<RefusedState>(steps, {
      perform: async (step) => {
        const refusal = await perform(step, keyOf(keys.current, step));
        if (refusal === null) keys.current.delete(nameOf(step));
        return refusal;
      },
      isStopped: () => isToStop.current,
      onOutcome: (outcome) => setOutcomes((before) => [...before, outcome]),
    });
    setStopped(isToStop.current);
    setRunning(false);
  }

  return {
    isRunning,
    isStopped,
    total,
    outcomes,
    begin,
    stop: () => {
      isToStop.current = true;
    },
  };
}

/** The same step again is the same submit: where only the answer was lost, it has no second effect. */
function keyOf(keys: Map<string, string>, step: BulkStep): string {
  const name = nameOf(step);
  const key = keys.get(name) ?? uuidv7();
  keys.set(name, key);
  return key;
}

function nameOf({ deed, fields }: BulkStep): string {
  return JSON.stringify([deed, fields]);
}

async function perform({ deed, fields }: BulkStep, submitKey: string): Promise<RefusedState | null> {
  const form = new FormData();
  for (const [name, value] of [...fields, ['submitKey', submitKey] as const]) form.append(name, value);
  try {
    const state = await ACTIONS[deed](IDLE, form);
    return state.status === 'refused' ? state : null;
  } catch {
    return UNREACHABLE;
  }
}
