import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer } from '#platform/edge/answer.ts';
import type { KeptPage } from '#platform/edge/disk-pages.ts';

/** A page with its answer, as large as its text. */
export function keptPage(path: string, text = path, more: Partial<KeptPage> = {}): KeptPage {
  return { path, tags: [`tag:${path}`], seen: [0], build: 'one', answer: answerOf(text), ...more };
}

/** What a kept page says. */
export function textOf(page: { answer: Answer } | null | undefined): string | null {
  return page?.answer.bodies.identity?.toString('utf8') ?? null;
}

/** A folder that is there as long as the test runs. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function answerOf(text: string): Answer {
  const bodies = { br: null, gzip: Buffer.from(`gzip of ${text}`.slice(0, 12)), identity: Buffer.from(text) };
  return { status: 200, headers: ['content-type', 'text/html'], etag: 'tag-of-the-bytes', bodies };
}
