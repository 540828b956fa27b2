import { expect, test as base } from '@playwright/test';
import { createNoise, type Noise } from './noise.ts';

/**
 * The `test` of all browser tests. One whose browser complains fails, whatever else it expects; a status that the test is
 * about is announced: `noise.allow(404, '/unknown')`.
 */
export const test = base.extend<{ noise: Noise }>({
  noise: [
    async ({ context }, use) => {
      const noise = createNoise();
      noise.watch(context);
      await use(noise);
      expect(noise.complaints(), 'the browser complains').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
