/** What one side pushes, the other takes out in order, whenever it comes to it. */
export interface Queue<T> extends AsyncIterable<T> {
  push: (item: T) => void;
}

/** A queue for one reader. */
export function createQueue<T>(): Queue<T> {
  const items: T[] = [];
  let wake: () => void = () => undefined;
  return {
    push: (item) => {
      items.push(item);
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let item = items.shift(); item !== undefined; item = items.shift()) yield item;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
