/** Where progress is shown; the terminal, except in tests. */
export interface Screen {
  write: (text: string) => unknown;
  /** Whether a line can be overwritten. */
  isTTY?: boolean;
}

/** Shows what is being done and how long it took. */
export interface Progress {
  /** Does one piece of work and shows a line for it; what it tells to `note` stands behind the time. */
  step: <T>(name: string, work: (note: Note) => Promise<T>) => Promise<T>;
  /** A line of its own. */
  say: (line: string) => void;
}

/** Says in a few words what came out of a step, or what takes so long. */
export type Note = (text: string) => void;

const NAME_WIDTH = 14;

/** Progress as lines of text: one for each step when it is done, and on a terminal also while it is under way. */
export function createProgress(screen: Screen = process.stdout): Progress {
  const show = (mark: string, name: string, rest: string) => {
    const line = `${mark} ${name.padEnd(NAME_WIDTH)}${rest}`.trimEnd();
    screen.write(screen.isTTY === true ? `\r\u001B[K${line}` : line);
  };
  return {
    step: async (name, work) => {
      const since = performance.now();
      let said = '';
      const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(7);
      if (screen.isTTY === true) show('…', name, '');
      try {
        const result = await work((text) => {
          said = text;
          if (screen.isTTY === true) show('…', name, text);
        });
        show('✓', name, `${seconds()}  ${said}`);
        return result;
      } catch (thrown) {
        show('✗', name, seconds());
        throw thrown;
      } finally {
        screen.write('\n');
      }
    },
    say: (line) => screen.write(`${line}\n`),
  };
}
