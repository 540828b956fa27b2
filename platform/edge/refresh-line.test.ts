import { describe, expect, it } from 'vitest';
import { createRefreshLine, type RefreshLine } from './refresh-line.ts';

function drain(line: RefreshLine): string[] {
  const all: string[] = [];
  for (let path = line.next(); path !== null; path = line.next()) all.push(path);
  return all;
}

describe('pages that wait to be made anew', () => {
  it('come in order of traffic, those that nobody has asked for last', () => {
    const hits = new Map([
      ['/often', 9],
      ['/sometimes', 3],
      ['/once', 1],
    ]);
    const line = createRefreshLine((path) => hits.get(path) ?? -1);
    line.add(['/new', '/once', '/often']);
    line.add(['/sometimes']);
    expect(line.size()).toBe(4);
    expect(drain(line)).toEqual(['/often', '/sometimes', '/once', '/new']);
    expect(line.next()).toBeNull();
    expect(line.size()).toBe(0);
  });

  it('move up while they wait, where readers ask for them', () => {
    const hits = new Map<string, number>();
    const line = createRefreshLine((path) => hits.get(path) ?? 0);
    const paths = Array.from({ length: 300 }, (_one, at) => `/${String(at)}`);
    line.add(paths);
    const first = line.next();
    const asked = paths.find((path) => path !== first && path !== '/299') ?? '';
    hits.set(asked, 1);
    const taken = Array.from({ length: 101 }, () => line.next());
    expect(taken).toContain(asked);
  });

  it('wait once, however often they are added', () => {
    const line = createRefreshLine(() => 0);
    line.add(['/a', '/b', '/a']);
    line.add(['/b']);
    expect(line.size()).toBe(2);
    expect(drain(line).toSorted()).toEqual(['/a', '/b']);
  });

  it('may be added again once they were taken', () => {
    const line = createRefreshLine(() => 0);
    line.add(['/a']);
    expect(line.next()).toBe('/a');
    line.add(['/a']);
    expect(drain(line)).toEqual(['/a']);
  });

  it('give way to one that comes later and is read more', () => {
    const line = createRefreshLine((path) => path.length);
    line.add(['/a', '/aaa']);
    expect(line.next()).toBe('/aaa');
    line.add(['/aa']);
    expect(drain(line)).toEqual(['/aa', '/a']);
  });
});
