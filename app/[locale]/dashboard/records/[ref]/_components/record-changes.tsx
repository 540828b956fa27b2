import { KINDS } from '#features/kinds/all.ts';
import { RevisionChanges } from '#features/kinds/components/revision-changes.tsx';
import { describeFields } from '#features/records/describe-fields.ts';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { TwoRevisions } from '#features/records/queries/find-two-revisions.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';

interface RecordChangesProps {
  record: DeskRecord;
  scope: Scope;
  revision: TwoRevisions;
  options: readonly ReferenceOption[];
}

/** What lies between two states of a unit, in the words of its record. */
export function RecordChanges({ record: { kind, units }, scope, revision, options }: RecordChangesProps) {
  return (
    <RevisionChanges
      factFields={describeFields(KINDS[kind].facts)}
      facts={units.find((one) => one.scope === 'facts')?.content ?? {}}
      kind={kind}
      options={options}
      revision={revision}
      scope={scope}
    />
  );
}
