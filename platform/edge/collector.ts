import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Is told of each piece of memory that is soon no longer needed, in bytes. */
export type Collector = (bytes: number) => void;

/**
 * Has memory given back in time. Bodies of pages lie outside of V8's heap, where it lets more than a hundred megabytes of
 * leavings gather before it looks; an edge is to be small, and knows what passes through it.
 *
 * @param bytesMax - so much may gather
 */
export function createCollector(bytesMax: number): Collector {
  setFlagsFromString('--expose-gc');
  const collect = asFunction(runInNewContext('gc'));
  let gathered = 0;
  return (bytes) => {
    gathered += bytes;
    if (gathered < bytesMax) return;
    gathered = 0;
    collect();
  };
}

/** What V8 puts under this name when it is told to. */
function asFunction(value: unknown): () => void {
  return value as () => void;
}
