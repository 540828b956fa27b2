import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env.ts';

/** The header in which a process of this installation shows that it is one. */
export const INTERNAL_KEY_HEADER = 'x-internal-key';

/**
 * What the processes of one installation tell each other by. It is made from the secret that they share, and the secret
 * cannot be learned from it.
 */
export function internalKey(secret: string): string {
  return createHmac('sha256', secret).update('madinatan internal').digest('base64url');
}

/** Whether a request comes from another process of this installation. Without a secret none does. */
export function isInternalKey(given: string | null): boolean {
  const { AUTH_SECRET: secret } = env();
  if (given === null || secret === undefined) return false;
  const [asked, right] = [Buffer.from(given), Buffer.from(internalKey(secret))];
  return asked.length === right.length && timingSafeEqual(asked, right);
}
