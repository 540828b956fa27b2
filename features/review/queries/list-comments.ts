import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { comment } from '#db/schema/talk.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { Problem } from '#platform/problem.ts';
import { piecesOf } from '../mentions.ts';

/** A piece of a comment as it is read: words, or somebody by the name that they bear now. */
export type ShownPiece = { text: string } | { name: string };

/** One thing that somebody said. */
export interface Said {
  id: string;
  authorId: string;
  author: string;
  pieces: ShownPiece[];
  createdAt: Date;
}

/** A comment with its answers, oldest first. */
export interface Talk extends Said {
  /** The field it is about; `null` for the whole unit. */
  path: string | null;
  /** The words of the field that are meant, as they stood. */
  quote: string | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  answers: Said[];
}

/**
 * What was said about a unit, oldest first, settled or not.
 *
 * @throws Problem `forbidden`: comments are for staff
 */
export async function listComments(
  actor: Actor,
  { recordId, scope }: { recordId: string; scope: Scope },
): Promise<Talk[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const settler = alias(person, 'settler');
  const rows = await appDb()
    .select({
      id: comment.id,
      parentId: comment.parentId,
      authorId: comment.author,
      author: person.name,
      body: comment.body,
      path: comment.path,
      quote: comment.quote,
      createdAt: comment.createdAt,
      resolvedAt: comment.resolvedAt,
      resolvedBy: settler.name,
    })
    .from(comment)
    .innerJoin(person, eq(person.id, comment.author))
    .leftJoin(settler, eq(settler.id, comment.resolvedBy))
    .where(and(eq(comment.recordId, recordId), eq(comment.scope, scope)))
    .orderBy(asc(comment.createdAt), asc(comment.id));
  const names = await namesIn(rows.map(({ body }) => body));
  const said = rows.map(({ body, ...row }) => ({ ...row, pieces: shown(body, names) }));
  return said
    .filter(({ parentId }) => parentId === null)
    .map(({ parentId: _root, ...root }) => ({
      ...root,
      answers: said.filter(({ parentId }) => parentId === root.id).map((answer) => asSaid(answer)),
    }));
}

/**
 * How many comments on each unit of a record are open.
 *
 * @throws Problem `forbidden`: comments are for staff
 */
export async function countOpenComments(actor: Actor, recordId: string): Promise<Record<Scope, number>> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({ scope: comment.scope, open: count() })
    .from(comment)
    .where(and(eq(comment.recordId, recordId), isNull(comment.parentId), isNull(comment.resolvedAt)))
    .groupBy(comment.scope);
  const openIn = (scope: Scope) => rows.find((row) => row.scope === scope)?.open ?? 0;
  return { facts: openIn('facts'), ar: openIn('ar'), de: openIn('de'), en: openIn('en') };
}

async function namesIn(bodies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = bodies.flatMap((body) => piecesOf(body)).flatMap((piece) => ('mention' in piece ? [piece.mention] : []));
  if (ids.length === 0) return new Map();
  const rows = await appDb()
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function shown(body: string, names: ReadonlyMap<string, string>): ShownPiece[] {
  return piecesOf(body).map((piece) => ('mention' in piece ? { name: names.get(piece.mention) ?? '' } : piece));
}

function asSaid({ id, authorId, author, pieces, createdAt }: Said): Said {
  return { id, authorId, author, pieces, createdAt };
}
