import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBuild } from './running-build.ts';

function aBuild(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const MANIFEST = JSON.stringify({ version: 4, preview: { previewModeId: 'abc', previewModeSigningKey: 'secret' } });

test('its name and its key come from what the build wrote', () => {
  const folder = aBuild({ BUILD_ID: 'k3X\n', 'prerender-manifest.json': MANIFEST });
  expect(readBuild(folder)).toEqual({ build: 'k3X', render: 'abc' });
});

test.each([
  ['no build', {}],
  ['half a build', { 'prerender-manifest.json': MANIFEST }],
  ['another manifest', { BUILD_ID: 'k3X', 'prerender-manifest.json': '{"version":9}' }],
])('%s is none', (_name, files) => {
  expect(readBuild(aBuild(files))).toBeNull();
});
