import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { listTag, recordTag } from '#features/records/tags.ts';
import { listStatusFacts } from '../internal/status-facts.ts';
import { statusOn } from '../model.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** Refreshes the pages of partnerships whose status changed by date alone, from one day to another. */
export const refreshStatus = defineCommand({
  name: 'partnership.refreshStatus',
  input: z.strictObject({ from: day, to: day }),
  load: ({ tx }) => listStatusFacts(tx),
  allow: (actor) => actor.kind === 'system',
  run: async ({ invalidate }, partnerships, { from, to }) => {
    const changed = partnerships.filter((facts) => statusOn(from, facts) !== statusOn(to, facts));
    if (changed.length > 0) invalidate([...changed.map(({ id }) => recordTag(id)), listTag('partnership')]);
    return { changed: changed.map(({ id }) => id) };
  },
});
