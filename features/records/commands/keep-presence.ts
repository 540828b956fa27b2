import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { presence } from '#db/schema/desk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { SCOPES } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';
import type { Present } from '../presence.ts';

/**
 * Says that somebody has a unit open, or has left it, and answers who else has. A courtesy: no write looks at it. It is counted on the
 * clock of the database and costs one statement; what is older than half a minute does not count and is thrown away.
 */
export const keepPresence = defineCommand({
  name: 'presence.keep',
  isFleeting: true,
  input: z.strictObject({
    record: z.uuid(),
    scope: z.enum(SCOPES),
    /** Whether something was typed since the last time. */
    typed: z.literal('on').optional(),
    left: z.literal('on').optional(),
  }),
  // It says nothing of the record, so whether there is one is left to the statement below.
  load: async () => ({}),
  allow: (actor) => mayReadDrafts(actor),
  run: async ({ tx, actor }, _subject, { record, scope, typed, left }): Promise<{ others: Present[] }> => {
    const person = personIdOf(actor);
    if (left !== undefined) {
      await tx.execute(sql`delete from ${presence}
        where record_id = ${record} and scope = ${scope} and person_id = ${person}`);
      return { others: [] };
    }
    const rows = await tx.execute<{ name: string; typing: boolean }>(sql`
      with own as (
        insert into presence (record_id, scope, person_id, seen_at, typed_at)
        select id, ${scope}, ${person}::uuid, now(), ${typed === undefined ? sql`null` : sql`now()`}
        from record where id = ${record} and ${person}::uuid is not null
        on conflict (record_id, scope, person_id) do update
          set seen_at = now(), typed_at = coalesce(excluded.typed_at, presence.typed_at)
      ), gone as (
        delete from presence where (record_id, scope, person_id) in (
          select record_id, scope, person_id from presence
          where seen_at < now() - interval '30 seconds'
            and (record_id, scope, person_id) is distinct from (${record}::uuid, ${scope}, ${person}::uuid)
          for update skip locked)
      )
      select person.name, coalesce(presence.typed_at > now() - interval '60 seconds', false) as typing
      from presence join person on person.id = presence.person_id
      where presence.record_id = ${record} and presence.scope = ${scope}
        and presence.seen_at >= now() - interval '30 seconds' and presence.person_id is distinct from ${person}::uuid
      order by typing desc, person.name`);
    return { others: [...rows].map(({ name, typing }) => ({ name, isTyping: typing })) };
  },
});
