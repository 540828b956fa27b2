import { env } from '#platform/env.ts';

/** The address of a page at Next itself, past the edge. */
export function webAddress(path: string): string {
  const { PORT, UPSTREAM_URL = `http://localhost:${String(PORT)}` } = env();
  return new URL(path, UPSTREAM_URL).href;
}
