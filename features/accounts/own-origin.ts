/** The two headers that say where a request comes from and where it believes to go. Forwarding headers are not asked. */
export interface RequestOrigin {
  origin: string | null;
  host: string | null;
}

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;

/**
 * Whether a request that wants to change something comes from this site's own pages.
 *
 * Next compares `Origin` with the forwarding headers, which a sender can write, and lets requests without `Origin` pass.
 * Here the header must be there and must be the site's own: that of `PUBLIC_URL`, or without it a name of this machine
 * with the port that was asked.
 *
 * @param publicUrl - the address of the site, where it has one
 */
export function isOwnOrigin({ origin, host }: RequestOrigin, publicUrl: string | undefined): boolean {
  if (origin === null || !isOwnHost(host, publicUrl)) return false;
  return publicUrl === undefined ? origin === `http://${String(host)}` : origin === new URL(publicUrl).origin;
}

/** Whether a request was sent to this site and not to a name that somebody else points here. */
export function isOwnHost(host: string | null, publicUrl: string | undefined): boolean {
  if (host === null) return false;
  return publicUrl === undefined ? LOCAL_HOST.test(host) : host === new URL(publicUrl).host;
}
