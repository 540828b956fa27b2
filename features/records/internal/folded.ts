import { type SQL, sql } from 'drizzle-orm';
import { FOLDED_LETTERS, UNWRITTEN_MARKS } from '../fold-name.ts';

/**
 * A text in the database as `foldName` folds it. `translate` drops what has no counterpart, and is quicker than a pattern; a text
 * of ASCII alone has nothing to translate.
 */
export function folded(text: SQL): SQL {
  const from = `${FOLDED_LETTERS.from}${UNWRITTEN_MARKS}`;
  return sql`lower(case when octet_length(${text}) = length(${text}) then ${text}
    else translate(${text}, ${from}, ${FOLDED_LETTERS.to}) end)`;
}
