import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { KINDS } from '#features/kinds/all.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import { remark } from '#features/records/fields.ts';
import { SCOPES } from '#features/records/model.ts';
import { Problem } from '#platform/problem.ts';
import { QUOTE_MAX } from '../field-places.ts';
import { loadTalkedUnit, refuseTrashed, type TalkedUnit } from '../internal/load-talk.ts';
import { commentInput, writeComment } from '../internal/write-comment.ts';
import { mayComment } from '../policy.ts';

const PATH = /^[A-Za-z]+(?:\.[A-Za-z0-9-]+){0,2}$/u;
const orNull = (text: string) => (text === '' ? null : text);

/**
 * Says something about a unit, about one of its fields, or about some words of a field.
 *
 * @throws Problem `invalid`: no such field, or too many characters; `stateRefused`: the record lies in the trash
 */
export const addComment = defineCommand({
  name: 'comment.add',
  input: commentInput.extend({
    record: z.uuid(),
    scope: z.enum(SCOPES),
    path: z
      .union([z.literal(''), z.string().max(120).regex(PATH)])
      .default('')
      .transform(orNull),
    quote: z.string().trim().pipe(remark(QUOTE_MAX)).default('').transform(orNull),
  }),
  load: ({ tx }, { record, scope }) => loadTalkedUnit(tx, record, scope),
  allow: (actor) => mayComment(actor),
  run: async (context, unit, { body, mention, path, quote }) => {
    refuseTrashed(unit);
    if (path !== null) refuseUnknownField(unit, path);
    // Words without a field stand nowhere.
    const place = { path, quote: path === null ? null : quote };
    return writeComment(context, { unit, body, mention, ...place, parentId: null, answered: [] });
  },
});

function refuseUnknownField({ kind, scope }: TalkedUnit, path: string): void {
  const fields = describeFields(scope === 'facts' ? KINDS[kind].facts : KINDS[kind].text);
  const [name] = path.split('.');
  if (!fields.some((field) => field.name === name)) {
    throw new Problem('invalid', { fields: [{ path: 'path', reason: 'unknownKey' }] });
  }
}
