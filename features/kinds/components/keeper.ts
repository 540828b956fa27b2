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
/** What the server could not be asked is asked again. */
export const AGAIN_MS = 10_000;
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
export class Keeper {
  readonly #parts: KeeperParts;
  #base: number;
  /** How often somebody typed, and how much of that the server has. */
  #edits = 0;
  #sent = 0;
  #oldestAt: number | null = null;
  #keeping: Keeping = { state: 'clean' };
  #isHeld = false;
  #underway: Promise<void> | null = null;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #deviceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#base = parts.baseRev;
  }

  /** The newest revision that holds what this form once said. */
  get baseRev(): number {
    return this.#base;
  }

  /** Somebody typed. */
  changed(): void {
    this.#edits += 1;
    this.#oldestAt ??= Date.now();
    clearTimeout(this.#deviceTimer);
    this.#deviceTimer = setTimeout(() => void this.#keepHere(), DEVICE_MS);
    // What somebody else changed meanwhile is for a save to settle, before the eyes of the writer.
    if (this.#keeping.state === 'behind') return;
    if (this.#keeping.state !== 'saving') this.#tell({ state: 'unsaved' });
    this.#plan(Math.max(0, Math.min(PAUSE_MS, this.#oldestAt + LONGEST_MS - Date.now())));
  }

  /** The network may be back, or somebody has signed in elsewhere. */
  retry(): void {
    const { state } = this.#keeping;
    if (this.#edits > this.#sent && (state === 'offline' || state === 'signedOut')) this.#plan(0);
  }

  /** Waits for what is on its way; until `release` nothing more is sent. */
  async hold(): Promise<void> {
    this.#isHeld = true;
    clearTimeout(this.#sendTimer);
    await this.#underway;
  }

  release(): void {
    this.#isHeld = false;
  }

  /** Brings everything to the server now. */
  async flush(): Promise<Flushed> {
    for (let round = 0; round < FLUSHES_MAX && this.#isOpen(); round += 1) {
      await this.#push();
      if (this.#keeping.state === 'behind') return { refused: 'behind' };
    }
    return this.#isOpen() ? { refused: 'unsynced' } : { rev: this.#base };
  }

  stop(): void {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#deviceTimer);
  }

  #isOpen(): boolean {
    return this.#underway !== null || this.#edits > this.#sent;
  }

  #tell(keeping: Keeping): void {
    this.#keeping = keeping;
    this.#parts.tell(keeping);
  }

  #plan(ms: number): void {
    clearTimeout(this.#sendTimer);
    if (!this.#isHeld) this.#sendTimer = setTimeout(() => void this.#push(), ms);
  }

  async #keepHere(): Promise<boolean> {
    const values = this.#parts.read();
    return values !== null && (await this.#parts.keep(values, this.#base));
  }

  async #push(): Promise<void> {
    this.#underway ??= this.#pushNow().finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #pushNow(): Promise<void> {
    clearTimeout(this.#sendTimer);
    const values = this.#parts.read();
    if (values === null) return;
    const seen = this.#edits;
    this.#tell({ state: 'saving' });
    const answer = await this.#parts.send(values, this.#base);
    if ('rev' in answer) await this.#settle(answer.rev, seen);
    else await this.#refuse(answer.code);
  }

  async #settle(rev: number, seen: number): Promise<void> {
    [this.#base, this.#sent, this.#oldestAt] = [rev, seen, null];
    if (this.#edits > this.#sent) {
      this.#tell({ state: 'unsaved' });
      this.#plan(PAUSE_MS);
      return;
    }
    clearTimeout(this.#deviceTimer);
    await this.#parts.forget();
    this.#tell({ state: 'kept', at: new Date() });
  }

  async #refuse(code: ProblemCode): Promise<void> {
    const isOnDevice = await this.#keepHere();
    const state = STATES[code];
    this.#tell(state === undefined ? { state: 'refused', code, isOnDevice } : { state, isOnDevice });
    if (state === 'offline') this.#plan(AGAIN_MS);
  }
}
