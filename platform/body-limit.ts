/** The largest request body that is taken in, in megabytes; `next.config.mjs` says the same. */
export const BODY_MEGABYTES_MAX = 6;
