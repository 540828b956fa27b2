import type { ProblemCode } from '#platform/problem.ts';
import type { FormValues } from './device-drafts.ts';
import type { Flushed } from './editing.tsx';

/** Where the words of a form are kept right now. */
export type Keeping =
  | { state: 'clean' | 'unsaved' | 'saving' }
  | { state: 'kept'; at: Date }
  | { state: 'offline' | 'signedOut' | 'behind'; isOnDevice: boolean }
  | { state: 'refused'; code: ProblemCode; isOnDevice: boolean };

/** What the server says to a form that it was asked to keep. */
export type KeepAnswer = { rev: number } | { code: ProblemCode };

interface KeeperParts {
  /** The revision that the form was made from. */
  baseRev: number;
  /** The form as it stands; `null` where it is gone. */
  read: () => FormValues | null;
  /** Brings it to the server; never rejects. */
  send: (values: FormValues, baseRev: number) => Promise<KeepAnswer>;
  /** Keeps it on the device, and says whether that worked. */
  keep: (values: FormValues, baseRev: number) => Promise<boolean>;
  forget: () => Promise<void>;
  tell: (keeping: Keeping) => void;
}

/** After so long a pause in typing it is sent. */
export const PAUSE_MS = 1500;
/** Whoever never pauses is kept this often. */
export const LONGEST_MS = 15_000;
/** What the server could not be asked is asked again, each time after twice as long. */
export const AGAIN_MS = 10_000;
/** However often it failed, it is asked again after so long. */
export const AGAIN_LONGEST_MS = 80_000;
const DEVICE_MS = 400;
const FLUSHES_MAX = 3;

/** Refusals that are no fault of the text. */
const STATES: Partial<Record<ProblemCode, 'offline' | 'signedOut' | 'behind'>> = {
  unreachable: 'offline',
  unavailable: 'offline',
  signedOut: 'signedOut',
  conflict: 'behind',
};

/** Keeps what is typed in a form, without a hand and without touching the form. */
export interface Keeper {
  /** Somebody typed. */
  changed: () => void;
  /** The network may be back, or somebody has signed in elsewhere. */
  retry: () => void;
  /** Waits for what is on its way; until `release` nothing more is sent. */
  hold: () => Promise<void>;
  release: () => void;
  /** Brings everything to the server now. */
  flush: () => Promise<Flushed>;
  /** The newest revision that holds what this form once said. */
  baseRev: () => number;
  stop: () => void;
}

/** What a keeper knows. */
interface Kept {
  readonly parts: KeeperParts;
  base: number;
  /** How often somebody typed, and how much of that the server has. */
  edits: number;
  sent: number;
  oldestAt: number | null;
  keeping: Keeping;
  isHeld: boolean;
  /** How often in a row the server could not be asked. */
  failures: number;
  underway: Promise<void> | null;
  sendTimer?: ReturnType<typeof setTimeout>;
  deviceTimer?: ReturnType<typeof setTimeout>;
}

/** Starts to keep a form. */
export function createKeeper(parts: KeeperParts): Keeper {
  const kept: Kept = {
    parts,
    base: parts.baseRev,
    edits: 0,
    sent: 0,
    oldestAt: null,
    keeping: { state: 'clean' },
    isHeld: false,
    failures: 0,
    underway: null,
  };
  return {
    changed: () => noteChange(kept),
    retry: () => {
      const { state } = kept.keeping;
      if (isOpen(kept) && (state === 'offline' || state === 'signedOut')) plan(kept, 0);
    },
    hold: async () => {
      kept.isHeld = true;
      clearTimeout(kept.sendTimer);
      await kept.underway;
    },
    release: () => {
      kept.isHeld = false;
      // A save by hand that came to nothing took the place of the one that was planned.
      if (isOpen(kept) && kept.keeping.state !== 'behind') plan(kept, PAUSE_MS);
    },
    flush: () => flush(kept),
    baseRev: () => kept.base,
    stop: () => {
      clearTimeout(kept.sendTimer);
      clearTimeout(kept.deviceTimer);
    },
  };
}

function noteChange(kept: Kept): void {
  kept.edits += 1;
  kept.oldestAt ??= Date.now();
  clearTimeout(kept.deviceTimer);
  kept.deviceTimer = setTimeout(() => void keepHere(kept), DEVICE_MS);
  // What somebody else changed meanwhile is for a save to settle, before the eyes of the writer.
  if (kept.keeping.state === 'behind') return;
  if (kept.keeping.state !== 'saving') tell(kept, { state: 'unsaved' });
  plan(kept, Math.max(0, Math.min(PAUSE_MS, kept.oldestAt + LONGEST_MS - Date.now())));
}

async function flush(kept: Kept): Promise<Flushed> {
  for (let round = 0; round < FLUSHES_MAX && isOpen(kept); round += 1) {
    await push(kept);
    if (kept.keeping.state === 'behind') return { refused: 'behind' };
  }
  return isOpen(kept) ? { refused: 'unsynced' } : { rev: kept.base };
}

function isOpen({ underway, edits, sent }: Kept): boolean {
  return underway !== null || edits > sent;
}

function tell(kept: Kept, keeping: Keeping): void {
  kept.keeping = keeping;
  kept.parts.tell(keeping);
}

function plan(kept: Kept, ms: number): void {
  clearTimeout(kept.sendTimer);
  if (!kept.isHeld) kept.sendTimer = setTimeout(() => void push(kept), ms);
}

async function keepHere({ parts, base }: Kept): Promise<boolean> {
  const values = parts.read();
  return values !== null && (await parts.keep(values, base));
}

async function push(kept: Kept): Promise<void> {
  kept.underway ??= pushNow(kept).finally(() => {
    kept.underway = null;
  });
  return kept.underway;
}

async function pushNow(kept: Kept): Promise<void> {
  clearTimeout(kept.sendTimer);
  const values = kept.parts.read();
  if (values === null) return;
  const seen = kept.edits;
  tell(kept, { state: 'saving' });
  const answer = await kept.parts.send(values, kept.base);
  if ('rev' in answer) await settle(kept, answer.rev, seen);
  else await refuse(kept, answer.code);
}

async function settle(kept: Kept, rev: number, seen: number): Promise<void> {
  [kept.base, kept.sent, kept.oldestAt, kept.failures] = [rev, seen, null, 0];
  if (kept.edits > kept.sent) {
    tell(kept, { state: 'unsaved' });
    plan(kept, PAUSE_MS);
    return;
  }
  clearTimeout(kept.deviceTimer);
  await kept.parts.forget();
  tell(kept, { state: 'kept', at: new Date() });
}

async function refuse(kept: Kept, code: ProblemCode): Promise<void> {
  const isOnDevice = await keepHere(kept);
  const state = STATES[code];
  tell(kept, state === undefined ? { state: 'refused', code, isOnDevice } : { state, isOnDevice });
  kept.failures = state === 'offline' ? kept.failures + 1 : 0;
  if (state === 'offline') plan(kept, Math.min(AGAIN_MS * 2 ** (kept.failures - 1), AGAIN_LONGEST_MS));
}
