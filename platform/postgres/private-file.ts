import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that only its owner can read; it is never seen half-written. */
export function writePrivateFile(path: string, content: string): void {
  const draft = `${path}.${String(process.pid)}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

/**
 * The secret kept in a file, made on first use: 256 random bits, URL-safe.
 *
 * @throws Error where the file exists and does not hold a secret
 */
export function keepSecret(path: string): string {
  if (!existsSync(path)) writePrivateFile(path, `${makeSecret()}\n`);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${path} does not hold a secret of 32 characters; remove it to have one made.`);
  chmodSync(path, 0o600);
  return secret;
}

/** A new secret: 256 random bits, URL-safe. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
