import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('what is pushed is taken out in order, whenever the reader comes to it', async () => {
  const queue = createQueue<number>();
  queue.push(1);
  queue.push(2);
  const reader = queue[Symbol.asyncIterator]();
  expect(await reader.next()).toEqual({ done: false, value: 1 });
  expect(await reader.next()).toEqual({ done: false, value: 2 });
  const third = reader.next();
  queue.push(3);
  queue.push(4);
  expect(await third).toEqual({ done: false, value: 3 });
  expect(await reader.next()).toEqual({ done: false, value: 4 });
});
