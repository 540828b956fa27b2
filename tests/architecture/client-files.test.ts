import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { findClientFiles } from './client-files.ts';
import { listFiles } from './finding.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('public pages', () => {
  test('import nothing that runs in the browser', () => {
    const pages = listFiles(ROOT, /^app\/\[locale\]\/(?:\(public\)\/.*\.tsx?|layout\.tsx)$/u);
    expect(pages.length, 'the pages are found').toBeGreaterThan(8);
    expect(findClientFiles(ROOT, pages)).toEqual([]);
  });
});

describe('a file that runs in the browser', () => {
  const planted: { remove: () => void }[] = [];
  afterEach(() => {
    for (const tree of planted.splice(0)) tree.remove();
  });

  function found(files: Record<string, string>): string[] {
    const tree = plantTree(files);
    planted.push(tree);
    return findClientFiles(tree.root, ['app/page.tsx']);
  }

  test('is found behind others, however it is imported', () => {
    const files = {
      'app/page.tsx': `import { Card } from '#ui/card.tsx';\nexport { Map } from './map.tsx';`,
      'app/map.tsx': `const shown = await import('./sheet.tsx');`,
      'app/sheet.tsx': `'use client';`,
      'ui/card.tsx': `import type { Tone } from './tone.tsx';`,
      'ui/tone.tsx': `/* why */\n"use client";\nimport { Card } from './card.tsx';`,
    };
    expect(found(files)).toEqual(['app/sheet.tsx', 'ui/tone.tsx']);
  });

  test('is none that only speaks of it, and none that no page imports', () => {
    const files = {
      'app/page.tsx': `// 'use client' would be wrong here\nimport { x } from './gone.tsx';`,
      'app/other.tsx': `'use client';`,
    };
    expect(found(files)).toEqual([]);
  });
});
