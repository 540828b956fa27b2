const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;
/** More names than this are not meant for us; those that are stay few. */
const KNOWN_MAX = 50;

/**
 * Tells whether a host is this site: that of its public address, or without one a name of this machine.
 *
 * @param publicUrl - the address of the site, where it has one
 */
export function ownHosts(publicUrl: string | undefined): (host: string | undefined) => boolean {
  const publicHost = publicUrl === undefined ? null : new URL(publicUrl).host;
  const known = new Set<string>();
  return (host) => {
    if (host === undefined) return false;
    if (known.has(host)) return true;
    const name = host.toLowerCase();
    const isOwn = publicHost === null ? LOCAL.test(name) : name === publicHost;
    if (isOwn && known.size < KNOWN_MAX) known.add(host);
    return isOwn;
  };
}
