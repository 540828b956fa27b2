import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPages } from './page-freshness.ts';

const NOW = Date.UTC(2026, 10, 25, 12);

function expiredOf(tag: string): number | undefined {
  return tagsManifest.get(tag)?.expired;
}

describe('forgetting the pages of a tag', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    tagsManifest.clear();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('happens at once, and again when pages begun before it are kept', () => {
    forgetPages('record:1', NOW - 20);
    expect(expiredOf('record:1')).toBe(NOW);
    vi.advanceTimersByTime(6000);
    expect(expiredOf('record:1')).toBe(NOW - 20 + 5000);
  });

  it('leaves alone the pages that were made after an old mark', () => {
    forgetPages('record:1', NOW - 60_000);
    expect(expiredOf('record:1')).toBe(NOW - 55_000);
    vi.advanceTimersByTime(6000);
    expect(expiredOf('record:1')).toBe(NOW - 55_000);
  });

  it('never takes a mark back, whatever the clocks say', () => {
    forgetPages('record:1', NOW);
    forgetPages('record:1', NOW - 60_000);
    expect(expiredOf('record:1')).toBe(NOW);
    forgetPages('record:2', NOW + 60_000);
    expect(expiredOf('record:2')).toBe(NOW);
  });
});
