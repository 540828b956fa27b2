/** The name under which workers say that they are alive. */
export const WORKER = 'worker';

/** A worker that has said nothing for so long counts as missing; it speaks every few seconds. */
export const WORKER_SILENT_SECONDS = 30;
