import { CODINGS, type Coding } from './answer.ts';

/** Browsers send a handful of values; a flood of others may not fill the memory. */
const KNOWN_MAX = 500;
const known = new Map<string, readonly Coding[]>();

/** The codings that a reader takes, best first. `identity` is always among them: nobody is left without an answer. */
export function codingsTakenBy(acceptEncoding: string | undefined): readonly Coding[] {
  const given = acceptEncoding ?? '';
  const found = known.get(given);
  if (found !== undefined) return found;
  const taken = read(given);
  if (known.size < KNOWN_MAX) known.set(given, taken);
  return taken;
}

function read(given: string): readonly Coding[] {
  const weights = new Map<string, number>();
  for (const part of given.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length) ?? '1';
    weights.set(name, Number(weight) || 0);
  }
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  // All of them are at hand, so the smallest that is taken at all wins; whoever ranks them hardly means it.
  return CODINGS.filter((coding) => coding === 'identity' || weightOf(coding) > 0);
}
