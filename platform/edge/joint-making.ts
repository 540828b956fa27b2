import type { ServerResponse } from 'node:http';
import { createGate } from './gate.ts';
import type { Made, PageMaker } from './page-maker.ts';

/** Has pages made for readers. @returns `null` where so many wait that one more would only wait */
export type JointMaking = (response: ServerResponse, path: string) => Promise<Made | null>;

/** So many pages are made at once for readers; whoever comes when the line is full is told to come again. */
const MADE_AT_ONCE = 16;
const WAITING_MAX = 2000;

/** Everybody who waits for the same page takes one place among those who wait for others, and it is made once. */
export function createJointMaking(maker: PageMaker): JointMaking {
  const gate = createGate(MADE_AT_ONCE, WAITING_MAX);
  const awaited = new Map<string, { readers: ServerResponse[]; made: Promise<Made | null> }>();

  function begin(path: string, readers: ServerResponse[]): Promise<Made | null> {
    const made = gate.run(async () => {
      // Who went away while waiting is not waited for.
      if (readers.some(({ destroyed }) => !destroyed)) return maker.make(path);
      awaited.delete(path);
      return GONE_AWAY;
    });
    const own = { readers, made };
    awaited.set(path, own);
    return made.finally(() => {
      if (awaited.get(path) === own) awaited.delete(path);
    });
  }

  return async (response, path) => {
    const others = awaited.get(path);
    others?.readers.push(response);
    return others?.made ?? begin(path, [response]);
  };
}

const GONE_AWAY = { kind: 'missing' } as const;
