import { z } from 'zod';
import { previewLink } from '#db/schema/desk.ts';
import { hashToken } from '#features/accounts/model.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { shareRecord } from '../internal/load-record.ts';
import { makePreviewToken } from '../internal/preview-token.ts';
import { PREVIEW_HOURS } from '../model.ts';
import { mayMakePreviewLink } from '../policy.ts';

const HOUR_MS = 3_600_000;

/** A link that was just made: nobody is told its key a second time. */
export interface MadePreviewLink {
  token: string;
  endsAt: string;
}

/**
 * Makes a link by which anybody sees the drafts of one record, in all its languages, until it ends.
 *
 * @throws Problem `stateRefused`: the record lies in the trash
 */
export const makePreviewLink = defineCommand({
  name: 'record.makePreviewLink',
  input: z.strictObject({
    record: z.uuid(),
    hours: z.coerce
      .number()
      .refine((hours) => PREVIEW_HOURS.some((known) => known === hours), { params: { reason: 'notOffered' } }),
  }),
  // Its answer holds the key, which is kept nowhere.
  secretFields: ['token'],
  load: ({ tx }, { record }) => shareRecord(tx, record),
  allow: (actor) => mayMakePreviewLink(actor),
  run: async ({ tx, now, actor, audit }, record, { hours }): Promise<MadePreviewLink> => {
    const createdBy = personIdOf(actor);
    if (record.deletedAt !== null || createdBy === null) throw new Problem('stateRefused');
    const token = makePreviewToken();
    const endsAt = new Date(now.getTime() + hours * HOUR_MS);
    const row = { tokenHash: hashToken(token), recordId: record.id, createdBy, createdAt: now, endsAt };
    await tx.insert(previewLink).values(row);
    audit({ subjectKind: record.kind, subjectId: record.id, detail: { endsAt: endsAt.toISOString() } });
    return { token, endsAt: endsAt.toISOString() };
  },
});
