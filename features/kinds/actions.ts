'use server';

import './all.ts';
import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { assignUnit } from '#features/records/commands/assign-unit.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { cancelPlan } from '#features/records/commands/cancel-plan.ts';
import { confirmFacts } from '#features/records/commands/confirm-facts.ts';
import { type Created, createRecord } from '#features/records/commands/create-record.ts';
import { discardDraft } from '#features/records/commands/discard-draft.ts';
import { duplicateRecord } from '#features/records/commands/duplicate-record.ts';
import { endPreviewLink } from '#features/records/commands/end-preview-link.ts';
import { makePreviewLink, type MadePreviewLink } from '#features/records/commands/make-preview-link.ts';
import { mergeRecords } from '#features/records/commands/merge-records.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { purgeRecord } from '#features/records/commands/purge-record.ts';
import { restoreRevision } from '#features/records/commands/restore-revision.ts';
import { retryPlan } from '#features/records/commands/retry-plan.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { type Saved, saveUnit } from '#features/records/commands/save-unit.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { setFourEyes } from '#features/records/commands/set-four-eyes.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { untrashRecord } from '#features/records/commands/untrash-record.ts';

export async function createRecordAction(_previous: FormState, form: FormData): Promise<FormState<Created>> {
  return submit(createRecord, form);
}

export async function saveUnitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(saveUnit, form);
}

/** Keeps what is being typed; it leads nowhere and answers with numbers only. */
export async function autosaveUnitAction(_previous: FormState, form: FormData): Promise<FormState<Saved>> {
  return submit(autosaveUnit, form);
}

export async function submitUnitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(submitUnit, form);
}

export async function returnUnitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(returnUnit, form);
}

export async function approveUnitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(approveUnit, form);
}

export async function assignUnitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(assignUnit, form);
}

export async function setFourEyesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(setFourEyes, form);
}

export async function publishUnitsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(publishUnits, form);
}

export async function unpublishUnitsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(unpublishUnits, form);
}

export async function scheduleReleaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(scheduleRelease, form);
}

export async function cancelPlanAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(cancelPlan, form);
}

export async function retryPlanAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(retryPlan, form);
}

/** Its answer is the only place where the key of the link is ever told. */
export async function makePreviewLinkAction(
  _previous: FormState<MadePreviewLink>,
  form: FormData,
): Promise<FormState<MadePreviewLink>> {
  return submit(makePreviewLink, form);
}

export async function endPreviewLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(endPreviewLink, form);
}

export async function restoreRevisionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(restoreRevision, form);
}

export async function confirmFactsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(confirmFacts, form);
}

export async function discardDraftAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(discardDraft, form);
}

export async function duplicateRecordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(duplicateRecord, form);
}

export async function trashRecordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(trashRecord, form);
}

export async function mergeRecordsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(mergeRecords, form);
}

export async function untrashRecordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(untrashRecord, form);
}

export async function purgeRecordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(purgeRecord, form);
}
