/** Lets so many works run at once; others wait in a line that has an end. */
export interface Gate {
  /** @returns `null`, without having run the work, where the line is full */
  run: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** Bounds what waits for somebody slower. */
export function createGate(atOnceMax: number, waitingMax: number): Gate {
  const line: (() => void)[] = [];
  let running = 0;
  return {
    run: async (work) => {
      if (running >= atOnceMax) {
        if (line.length >= waitingMax) return null;
        await new Promise<void>((resolve) => line.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        // The place is handed on: were it free for a moment, somebody who came just then would be one too many.
        const next = line.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
