import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  AGAIN_LONGEST_MS,
  AGAIN_MS,
  createKeeper,
  type KeepAnswer,
  type Keeping,
  LONGEST_MS,
  PAUSE_MS,
} from './keeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A form, a server and a device to keep it, as a test has them behave. */
function makeKeeper(answer: (text: string, baseRev: number) => Promise<KeepAnswer> | KeepAnswer) {
  const desk = { text: '', device: '', told: [] as Keeping[], sent: [] as [string, number][] };
  const keeper = createKeeper({
    baseRev: 5,
    read: () => [['content.title', desk.text]],
    send: async ([field], baseRev) => {
      desk.sent.push([field?.[1] ?? '', baseRev]);
      return answer(field?.[1] ?? '', baseRev);
    },
    keep: async ([field]) => {
      desk.device = field?.[1] ?? '';
      return true;
    },
    forget: async () => {
      desk.device = '';
    },
    tell: (keeping) => desk.told.push(keeping),
  });
  const type = (text: string) => {
    desk.text = text;
    keeper.changed();
  };
  return { desk, keeper, type, last: () => desk.told.at(-1) };
}

const next = () => {
  let rev = 5;
  return () => ({ rev: (rev += 1) });
};

test('what is typed is sent after a pause, each time on top of the last', async () => {
  const { desk, type, last } = makeKeeper(next());
  type('أ');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  type('أب');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  expect(desk.sent).toEqual([]);
  expect(desk.device, 'the device has it before').toBe('أب');
  await vi.advanceTimersByTimeAsync(1);
  expect(desk.sent).toEqual([['أب', 5]]);
  expect(last()).toMatchObject({ state: 'kept' });
  expect(desk.device).toBe('');
  type('أبج');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(desk.sent.at(-1)).toEqual(['أبج', 6]);
});

test('whoever never pauses is kept all the same', async () => {
  const { desk, type } = makeKeeper(next());
  for (let spent = 0; spent < LONGEST_MS; spent += 500) {
    type(`${desk.text}ا`);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(desk.sent).toHaveLength(1);
});

test('what is typed while something is on its way follows it', async () => {
  let answer: (given: KeepAnswer) => void = () => undefined;
  const { desk, type, last } = makeKeeper((_text, base) =>
    base === 5 ? new Promise((resolve) => (answer = resolve)) : { rev: base + 1 },
  );
  type('أول');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type('ثان');
  answer({ rev: 6 });
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toEqual({ state: 'unsaved' });
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(desk.sent).toEqual([
    ['أول', 5],
    ['ثان', 6],
  ]);
});

test('without a network it stays on the device and is sent again by itself', async () => {
  let isThere = false;
  const { desk, type, last } = makeKeeper(() => (isThere ? { rev: 6 } : { code: 'unreachable' }));
  type('نص');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(last()).toEqual({ state: 'offline', isOnDevice: true });
  expect(desk.device).toBe('نص');
  isThere = true;
  await vi.advanceTimersByTimeAsync(AGAIN_MS);
  expect(last()).toMatchObject({ state: 'kept' });
});

test('a server that stays away is asked less and less often', async () => {
  const { desk, type, last } = makeKeeper(() => ({ code: 'unreachable' }));
  type('نص');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  const waits = [AGAIN_MS, AGAIN_MS * 2, AGAIN_MS * 4, AGAIN_LONGEST_MS, AGAIN_LONGEST_MS];
  for (const [tries, wait] of waits.entries()) {
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(desk.sent).toHaveLength(tries + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.sent).toHaveLength(tries + 2);
  }
  expect(last()).toEqual({ state: 'offline', isOnDevice: true });
});

test('after a save by hand that found no server it goes on by itself', async () => {
  let isThere = false;
  const { desk, keeper, type, last } = makeKeeper(() => (isThere ? { rev: 6 } : { code: 'unreachable' }));
  type('نص');
  await keeper.hold();
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  keeper.release();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(last()).toEqual({ state: 'offline', isOnDevice: true });
  isThere = true;
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toMatchObject({ state: 'kept' });
  expect(desk.sent).toEqual([
    ['نص', 5],
    ['نص', 5],
  ]);
});

test('after the session ended it waits for somebody to sign in', async () => {
  let isSignedIn = false;
  const { desk, keeper, type, last } = makeKeeper(() => (isSignedIn ? { rev: 6 } : { code: 'signedOut' }));
  type('نص');
  await vi.advanceTimersByTimeAsync(PAUSE_MS + AGAIN_MS * 3);
  expect(last()).toEqual({ state: 'signedOut', isOnDevice: true });
  expect(desk.sent).toHaveLength(1);
  isSignedIn = true;
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toMatchObject({ state: 'kept' });
});

test('what somebody else changed meanwhile is not overwritten by itself, and the words stay on the device', async () => {
  const { desk, keeper, type, last } = makeKeeper(() => ({ code: 'conflict' }));
  type('نص');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type('نصي');
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  expect(last()).toEqual({ state: 'behind', isOnDevice: true });
  expect(desk.sent).toHaveLength(1);
  expect(desk.device).toBe('نصي');
  expect(await keeper.flush()).toEqual({ refused: 'behind' });
});

test('what cannot be kept as it is says why, and is tried again with the next words', async () => {
  const { type, last } = makeKeeper((text) => (text === 'خطأ' ? { code: 'invalid' } : { rev: 6 }));
  type('خطأ');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(last()).toEqual({ state: 'refused', code: 'invalid', isOnDevice: true });
  type('صواب');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(last()).toMatchObject({ state: 'kept' });
});

test('a deed waits until everything is there, and is not done where it cannot be', async () => {
  const { keeper, type } = makeKeeper((text, base) => (text === 'خطأ' ? { code: 'invalid' } : { rev: base + 1 }));
  expect(await keeper.flush()).toEqual({ rev: 5 });
  type('نص');
  expect(await keeper.flush()).toEqual({ rev: 6 });
  type('خطأ');
  expect(await keeper.flush()).toEqual({ refused: 'unsynced' });
});

test('while held nothing is sent', async () => {
  const { desk, keeper, type } = makeKeeper(next());
  type('نص');
  await keeper.hold();
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  type('نص آخر');
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  expect(desk.sent).toEqual([]);
  keeper.release();
  type('نص أخير');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(desk.sent).toEqual([['نص أخير', 5]]);
});
