import { KINDS } from '#features/kinds/all.ts';
import { useFieldWords } from '#features/kinds/components/field-names.tsx';
import { pathName } from '#features/kinds/components/path-name.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';

interface PathNames {
  record: DeskRecord;
  scope: Scope;
  options: readonly ReferenceOption[];
}

/** What the places of a unit are called, as its newest content and its facts know them. */
export function usePathNames({ record: { kind, units }, scope, options }: PathNames): (path: string) => string {
  const words = useFieldWords(kind);
  const contentOf = (wanted: Scope) => units.find((one) => one.scope === wanted)?.content ?? {};
  const naming = {
    words,
    factFields: describeFields(KINDS[kind].facts),
    facts: contentOf('facts'),
    content: contentOf(scope),
    options,
  };
  return (path) => pathName(path, naming);
}
