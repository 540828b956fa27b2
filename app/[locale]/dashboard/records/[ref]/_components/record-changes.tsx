import { KINDS } from '#features/kinds/all.ts';
import { RevisionChanges } from '#features/kinds/components/revision-changes.tsx';
import { describeFields } from '#features/records/describe-fields.ts';
import { schemaOf } from '#features/records/kind.ts';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { TwoRevisions } from '#features/records/queries/find-two-revisions.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';

interface RecordChangesProps {
  record: DeskRecord;
  scope: Scope;
  revision: TwoRevisions;
  options: readonly ReferenceOption[];
  /** Only these places. */
  only?: readonly string[] | undefined;
  withSame?: boolean;
  /** Puts a box before each place; a name that no other list of the page has. */
  tickName?: string | undefined;
}

/** What lies between two states of a unit, in the words of its record. */
export function RecordChanges({ record: { kind, units }, scope, ...shown }: RecordChangesProps) {
  return (
    <RevisionChanges
      {...shown}
      factFields={describeFields(KINDS[kind].facts)}
      facts={units.find((one) => one.scope === 'facts')?.content ?? {}}
      fields={describeFields(schemaOf(KINDS[kind], scope))}
      kind={kind}
      scope={scope}
    />
  );
}
