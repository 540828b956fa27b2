import { describe, expect, it } from 'vitest';
import { ownHosts } from './own-hosts.ts';

describe('a site with an address', () => {
  it.each([
    ['madinatan.example', true],
    ['MADINATAN.example', true],
    ['madinatan.example:3000', false],
    ['www.madinatan.example', false],
    ['madinatan.example.evil.example', false],
    ['localhost', false],
    ['madinatan.example@evil.example', false],
    ['', false],
    [undefined, false],
  ])('answers to %s: %s', (host, isOwn) => {
    const isOwnHost = ownHosts('https://madinatan.example/');
    expect(isOwnHost(host)).toBe(isOwn);
    expect(isOwnHost(host), 'asked again').toBe(isOwn);
  });

  it('may stand at a port', () => {
    const isOwnHost = ownHosts('http://madinatan.example:8080');
    expect(isOwnHost('madinatan.example:8080')).toBe(true);
    expect(isOwnHost('madinatan.example')).toBe(false);
  });
});

describe('a site without an address', () => {
  it.each([
    ['localhost', true],
    ['LocalHost:3000', true],
    ['127.0.0.1:65535', true],
    ['[::1]:3000', true],
    ['localhost.evil.example', false],
    ['localhost:', false],
    ['localhost:123456', false],
    ['127.0.0.2', false],
    ['evil.example', false],
    [undefined, false],
  ])('answers to %s: %s', (host, isOwn) => {
    expect(ownHosts(undefined)(host)).toBe(isOwn);
  });

  it('answers to more names than it remembers', () => {
    const isOwnHost = ownHosts(undefined);
    for (let port = 1; port <= 200; port += 1) expect(isOwnHost(`localhost:${String(port)}`)).toBe(true);
  });
});
