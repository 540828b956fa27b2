import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '#platform/env.ts';

const RANDOM_BYTES = 16;
const SIGNATURE_BYTES = 8;
const SHAPE = /^[\w-]{32}$/u;

/** A key that nobody can guess, signed, short enough for an address: 128 random bits and 64 of the signature. */
export function makePreviewToken(): string {
  const random = randomBytes(RANDOM_BYTES);
  return Buffer.concat([random, sign(random)]).toString('base64url');
}

/**
 * Whether a key was signed here: what is made up costs no look into the database.
 *
 * @param token - untrusted
 */
export function isOwnPreviewToken(token: string): boolean {
  if (!SHAPE.test(token)) return false;
  const bytes = Buffer.from(token, 'base64url');
  return timingSafeEqual(bytes.subarray(RANDOM_BYTES), sign(bytes.subarray(0, RANDOM_BYTES)));
}

function sign(random: Buffer): Buffer {
  const secret = env().AUTH_SECRET;
  if (secret === undefined) throw new Error('AUTH_SECRET is not set; `npm run up` makes one and keeps it');
  // The prefix keeps the key's other uses apart.
  return createHmac('sha256', secret).update('preview link\n').update(random).digest().subarray(0, SIGNATURE_BYTES);
}
