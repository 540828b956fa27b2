/** Where a request wants to go, after everything about its address that could mean two things was refused. */
export interface Target {
  /** In one form, whatever the sender escaped. */
  path: string;
  /** With its question mark, else empty. */
  search: string;
}

const LENGTH_MAX = 2048;
/** An address within this site: no spaces, no other signs than an address may have, no backslash. */
const SHAPE = /^\/[\w\-.~!$&'()*+,;=:@/%]*$/u;
const UNCLEAR = /\/\/|\/\.{1,2}(?:\/|$)|%(?:00|2f|5c)/iu;

/**
 * Reads the address of a request.
 *
 * @param host - of the request; an address with a host of its own has to name the same
 * @returns `null` where the address cannot be read, or could be read as two: dot segments, double or escaped slashes, escapes
 * that are no text
 */
export function readTarget(url: string, host: string): Target | null {
  if (url.length > LENGTH_MAX) return null;
  const local = url.startsWith('/') ? url : withoutOrigin(url, host);
  if (local === null) return null;
  const [before = ''] = local.split('#');
  const at = before.indexOf('?');
  const path = at === -1 ? before : before.slice(0, at);
  if (!SHAPE.test(path) || UNCLEAR.test(path)) return null;
  const canonical = canonicalise(path);
  return canonical === null ? null : { path: canonical, search: at === -1 ? '' : before.slice(at) };
}

/** Proxies ask with the whole address: RFC 9112, section 3.2.2. */
function withoutOrigin(url: string, host: string): string | null {
  const [, authority = '', rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/iu.exec(url) ?? [];
  if (authority === '' || authority.toLowerCase() !== host.toLowerCase()) return null;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The same letters escaped or not are the same address. */
function canonicalise(path: string): string | null {
  try {
    const canonical = path
      .split('/')
      .map((part) =>
        encodeURIComponent(decodeURIComponent(part)).replaceAll(/%(?:24|26|2B|2C|3B|3D|3A|40)/gu, decodeURIComponent),
      )
      .join('/');
    // An escaped dot may have become a segment that leads elsewhere.
    return UNCLEAR.test(canonical) ? null : canonical;
  } catch {
    return null;
  }
}
