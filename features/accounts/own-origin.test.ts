import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin } from './own-origin.ts';

const SITE = 'https://madinatan.example';

describe('the origin of a request', () => {
  it.each([
    ['the address of the site', { origin: 'https://madinatan.example', host: 'madinatan.example' }, SITE],
    [
      'an address with a port',
      { origin: 'http://cities.example:8080', host: 'cities.example:8080' },
      'http://cities.example:8080/',
    ],
    [
      'a default port, which browsers leave out',
      { origin: 'https://madinatan.example', host: 'madinatan.example' },
      `${SITE}:443`,
    ],
    ['localhost', { origin: 'http://localhost:3000', host: 'localhost:3000' }, undefined],
    ['IPv4 of this machine', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, undefined],
    ['IPv6 of this machine', { origin: 'http://[::1]:3000', host: '[::1]:3000' }, undefined],
    ['localhost on the default port', { origin: 'http://localhost', host: 'localhost' }, undefined],
  ])('is own: %s', (_name, sent, publicUrl) => {
    expect(isOwnOrigin(sent, publicUrl)).toBe(true);
  });

  it.each([
    ['no header', { origin: null, host: 'madinatan.example' }, SITE],
    ['null, as from a sandboxed frame', { origin: 'null', host: 'madinatan.example' }, SITE],
    ['nothing in it', { origin: '', host: 'madinatan.example' }, SITE],
    ['another site', { origin: 'https://evil.example', host: 'madinatan.example' }, SITE],
    ['another site and its host', { origin: 'https://evil.example', host: 'evil.example' }, SITE],
    ['the site without TLS', { origin: 'http://madinatan.example', host: 'madinatan.example' }, SITE],
    ['a name that begins alike', { origin: 'https://madinatan.example.evil.example', host: 'madinatan.example' }, SITE],
    ['a subdomain', { origin: 'https://www.madinatan.example', host: 'madinatan.example' }, SITE],
    ['another port', { origin: 'https://madinatan.example:8443', host: 'madinatan.example' }, SITE],
    ['something that is no address', { origin: 'madinatan.example', host: 'madinatan.example' }, SITE],
    ['this machine where the site has an address', { origin: 'http://localhost:3000', host: 'localhost:3000' }, SITE],
    ['no header on this machine', { origin: null, host: 'localhost:3000' }, undefined],
    ['null on this machine', { origin: 'null', host: 'localhost:3000' }, undefined],
    ['another port of this machine', { origin: 'http://localhost:4000', host: 'localhost:3000' }, undefined],
    ['another name of this machine', { origin: 'http://127.0.0.1:3000', host: 'localhost:3000' }, undefined],
    ['a foreign name that leads here', { origin: 'http://evil.example:3000', host: 'evil.example:3000' }, undefined],
    [
      'a name that begins like this machine',
      { origin: 'http://localhost.evil.example', host: 'localhost.evil.example' },
      undefined,
    ],
    ['no host', { origin: 'http://localhost:3000', host: null }, undefined],
  ])('is foreign: %s', (_name, sent, publicUrl) => {
    expect(isOwnOrigin(sent, publicUrl)).toBe(false);
  });

  it('is not read from forwarding headers', () => {
    // Next takes `X-Forwarded-Host: evil.example` beside `Origin: https://evil.example` for its own; the guard is not given it.
    const sent = { origin: 'https://evil.example', host: 'madinatan.example', 'x-forwarded-host': 'evil.example' };
    expect(isOwnOrigin(sent, SITE)).toBe(false);
  });
});

describe('the host of a request', () => {
  it('is own only under the address of the site', () => {
    expect(isOwnHost('madinatan.example', SITE)).toBe(true);
    expect(isOwnHost('evil.example', SITE)).toBe(false);
    expect(isOwnHost('localhost:3000', SITE)).toBe(false);
    expect(isOwnHost(null, SITE)).toBe(false);
  });
});
