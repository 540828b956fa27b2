import { type Answer, sizeOf } from './answer.ts';

/** An answer that is kept for a short time, in memory alone. */
export interface BriefAnswer {
  answer: Answer;
  tags: readonly string[];
  /** The marks that were in force when it was made. */
  seen: readonly number[];
  /** When it was made, on the clock that only goes forward. */
  madeAtMs: number;
}

/** Answers to questions, within a bound: however many different ones are asked, the rest of the site has its memory. */
export interface BriefStore {
  get: (key: string) => BriefAnswer | undefined;
  keep: (key: string, brief: BriefAnswer) => void;
  stats: () => { answers: number; bytes: number };
}

/** Opens an empty store. Who was not asked for the longest time goes first. */
export function createBriefStore(bytesMax: number): BriefStore {
  const kept = new Map<string, BriefAnswer>();
  let bytes = 0;

  function remove(key: string): void {
    const brief = kept.get(key);
    if (brief === undefined) return;
    kept.delete(key);
    bytes -= sizeOf(brief.answer);
  }

  return {
    get: (key) => {
      const brief = kept.get(key);
      if (brief === undefined) return undefined;
      kept.delete(key);
      kept.set(key, brief);
      return brief;
    },
    keep: (key, brief) => {
      remove(key);
      kept.set(key, brief);
      bytes += sizeOf(brief.answer);
      for (const oldest of kept.keys()) {
        if (bytes <= bytesMax) break;
        remove(oldest);
      }
    },
    stats: () => ({ answers: kept.size, bytes }),
  };
}
