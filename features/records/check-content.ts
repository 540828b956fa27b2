import { fieldProblemsOf, findPrototypeKeys, isIncomplete, type Issue } from '#features/ledger/field-problems.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { findClaimProblems, itemsOf } from './claims.ts';
import { describeFields } from './describe-fields.ts';
import { type Kind, schemaOf } from './kind.ts';
import type { Content, Scope } from './model.ts';
import { normaliseContent } from './normalise.ts';
import { isPlainObject } from './plain-object.ts';

/** One unit's content on its way in or out. */
export interface Checked<Given> {
  scope: Scope;
  content: Given;
  /** The calendar day in the site's zone. */
  today: string;
}

/** The longest stored content of one unit, in characters of JSON. */
const CONTENT_LENGTH_MAX = 1_000_000;

/**
 * A draft as it may be stored: every value of the right type and in bounds, nothing unknown; things may be missing.
 *
 * @returns the content in its stored form
 * @throws Problem `invalid` with the fields, paths without the unit's name
 */
export function checkDraft(kind: Kind, { scope, content, today }: Checked<unknown>): Content {
  if (!isPlainObject(content)) throw new Problem('invalid', { fields: [{ path: scope, reason: 'wrongType' }] });
  if (JSON.stringify(content).length > CONTENT_LENGTH_MAX) {
    throw new Problem('invalid', { fields: [{ path: scope, reason: 'tooLong', params: { max: CONTENT_LENGTH_MAX } }] });
  }
  refuse(findPrototypeKeys(content));
  const normal = normaliseContent(content);
  const parsed = schemaOf(kind, scope).safeParse(normal, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.filter((issue) => !mayBeMissing(issue));
  const found = inRichText(kind, scope, fieldProblemsOf(issues));
  const twins = findTwins(normal).filter(({ path }) => !found.some((field) => field.path === path));
  const fields = [...found, ...twins];
  const breaches = scope === 'facts' && fields.length === 0 ? kind.findBreaches(normal, today) : [];
  refuse([...fields, ...breaches.filter((breach) => breach.blocks === 'save').map(withoutBlocks)]);
  return normal;
}

/** What still keeps a unit from readers; empty where it is ready. */
export function findPublishProblems(kind: Kind, { scope, content, today }: Checked<Content>): FieldProblem[] {
  const parsed = schemaOf(kind, scope).safeParse(content, { reportInput: true });
  const fields = parsed.success ? [] : fieldProblemsOf(parsed.error.issues);
  if (scope !== 'facts') return fields;
  return [
    ...fields,
    ...kind.findBreaches(content, today).map(withoutBlocks),
    ...findClaimProblems(content, kind.claimBearing),
  ];
}

/** Whether an issue is only that a draft is not complete. An item without its name, and a text without a body, never will be. */
function mayBeMissing(issue: Issue): boolean {
  const last = issue.path.at(-1);
  return isIncomplete(issue) && last !== 'id' && last !== 'content';
}

/** Items of one name in one list. The schema does not look for them where an item is incomplete, as in drafts. */
function findTwins(content: Content): FieldProblem[] {
  return Object.entries(content).flatMap(([name, list]) => {
    const ids = itemsOf(list).map(({ id }) => id);
    return ids.flatMap((id, index) =>
      id !== undefined && ids.indexOf(id) < index ? [{ path: `${name}.${String(index)}.id`, reason: 'twice' }] : [],
    );
  });
}

/** A fault in the structure of a rich text is one for its reader: what the words are called inside says nothing to a writer. */
function inRichText(kind: Kind, scope: Scope, fields: readonly FieldProblem[]): FieldProblem[] {
  const names = describeFields(schemaOf(kind, scope)).filter(({ control }) => control === 'richText');
  return fields.map((field) => {
    const isInside = names.some(({ name }) => field.path === name || field.path.startsWith(`${name}.`));
    return isInside && STRUCTURAL.has(field.reason) ? { path: field.path, reason: 'jsonInvalid' } : field;
  });
}

const STRUCTURAL = new Set(['notOffered', 'required', 'unknownKey', 'wrongType']);

/** @throws Problem `invalid` if there is anything to refuse */
function refuse(fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Problem('invalid', { fields });
}

function withoutBlocks({ path, reason, params }: FieldProblem): FieldProblem {
  return params === undefined ? { path, reason } : { path, reason, params };
}
