/** Somebody else who has a unit open. */
export interface Present {
  name: string;
  /** Whether they typed something within the last minute. */
  isTyping: boolean;
}

/** How often a page that is in sight says so. */
export const PRESENCE_EVERY_MS = 10_000;
