/** Somebody who may be named. */
export interface Nameable {
  id: string;
  name: string;
}

/** A piece of a comment: words, or somebody by their id. */
export type CommentPiece = { text: string } | { mention: string };

const TOKEN = /@\{([0-9a-f-]{36})\}/gu;

/**
 * A typed text as it is stored: each `@` with the full name of a colleague becomes their id, so that a new name does no harm.
 *
 * @param picked - ids chosen from the list, in the order of the text; they decide where several people bear one name
 * @returns the text, and whom it names, each once
 */
export function keepMentions(
  typed: string,
  colleagues: readonly Nameable[],
  picked: readonly string[],
): { body: string; mentioned: string[] } {
  // What looks like a stored name was typed by nobody who uses the list.
  const harmless = typed.replaceAll(TOKEN, '@ $1');
  const names = [...new Set(colleagues.map(({ name }) => name))].toSorted((one, other) => other.length - one.length);
  const left = [...picked];
  const mentioned = new Set<string>();
  const pieces = harmless.split('@').map((piece, index) => {
    const name = index === 0 ? undefined : names.find((candidate) => isNameAt(piece, candidate));
    const id = name === undefined ? null : choose(colleagues, { name, left });
    if (name === undefined || id === null) return index === 0 ? piece : `@${piece}`;
    mentioned.add(id);
    return `@{${id}}${piece.slice(name.length)}`;
  });
  return { body: pieces.join(''), mentioned: [...mentioned] };
}

/** A stored text in its pieces. */
export function piecesOf(body: string): CommentPiece[] {
  const pieces: CommentPiece[] = [];
  let from = 0;
  for (const match of body.matchAll(TOKEN)) {
    pieces.push({ text: body.slice(from, match.index) }, { mention: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  pieces.push({ text: body.slice(from) });
  return pieces.filter((piece) => 'mention' in piece || piece.text !== '');
}

/** A name ends where no letter goes on: «سلم» is not named by «سلمى». */
function isNameAt(piece: string, name: string): boolean {
  return piece.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(piece.slice(name.length));
}

function choose(colleagues: readonly Nameable[], { name, left }: { name: string; left: string[] }): string | null {
  const bearers = colleagues.filter((colleague) => colleague.name === name).map(({ id }) => id);
  const at = left.findIndex((id) => bearers.includes(id));
  if (at !== -1) return left.splice(at, 1)[0] ?? null;
  const [only, ...others] = bearers;
  return others.length === 0 ? (only ?? null) : null;
}
