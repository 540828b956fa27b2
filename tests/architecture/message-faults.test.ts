import { afterEach, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { describeFinding } from './finding.ts';
import { findMessageFaults } from './message-faults.ts';

const planted: { remove: () => void }[] = [];
afterEach(() => {
  for (const tree of planted.splice(0)) tree.remove();
});

const TEXTS = { Home: { kind: { place: '{count, number}' }, site_title: 'b', title: 'a' } };
const PAGE =
  "const t = useTranslations('Home'); t(`${list}_${name}`, { list: 'site' });\nt('title'); t(`kind.${name}`, { count }); const name = 'place';";

function faults(changed: { ar?: unknown; de?: unknown; en?: unknown; page?: string }): string[] {
  const { ar = TEXTS, de = TEXTS, en = TEXTS, page = PAGE } = changed;
  const tree = plantTree({
    'messages/ar.json': JSON.stringify(ar),
    'messages/de.json': JSON.stringify(de),
    'messages/en.json': JSON.stringify(en),
    'app/page.tsx': page,
    'app/page.test.tsx': "t('Home'); gone()",
  });
  planted.push(tree);
  return findMessageFaults(tree.root).map(describeFinding);
}

test('complete catalogues that the code uses are fine', () => {
  expect(faults({})).toEqual([]);
});

test.each([
  { fault: 'messages/ar.json Home.kind.place: missing', ar: { Home: { site_title: 'b', title: 'a' } } },
  { fault: 'messages/de.json:1 Home.zoo: orphan', de: { Home: { ...TEXTS.Home, zoo: 'a' } } },
  {
    fault: 'messages/de.json:1 Home.kind.place: arg-missing. The argument count',
    de: { Home: { kind: { place: 'x' }, site_title: 'b', title: 'a' } },
  },
  {
    fault: 'messages/ar.json:1 Home.kind: unsorted',
    ar: { Home: { site_title: 'b', title: 'a', kind: TEXTS.Home.kind } },
  },
  {
    fault: 'messages/ar.json:1 Home.kind.place: plural-missing at 0. The language needs the plural form zero',
    ar: {
      Home: {
        kind: { place: '{count, plural, one {a} two {b} few {c} many {d} other {e}}' },
        site_title: 'b',
        title: 'a',
      },
    },
  },
  {
    fault: 'messages/ar.json:1 Home.title: bidi-control at 0. U+200F',
    ar: { Home: { ...TEXTS.Home, title: '\u200Fa' } },
  },
])('$fault', ({ fault, ...changed }) => {
  expect(faults(changed)).toEqual([expect.stringContaining(fault)]);
});

test('a text that no code asks for is found, also where only a test or a comment names it', () => {
  const more = { Home: { gone: 'a', ...TEXTS.Home } };
  const page = `${PAGE}\n// gone\n/* gone */`;
  expect(faults({ ar: more, de: more, en: more, page })).toEqual(['messages/en.json Home.gone: no code asks for it']);
});
