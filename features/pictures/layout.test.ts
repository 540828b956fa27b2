import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '#i18n/locales.ts';
import { networkSeal, pairSeal } from '#ui/seal-geometry.ts';
import { cutTo, type Extent } from './internal/fit-text.ts';
import { type Box, EDGE, type FaceSetting, type Layout, layOut } from './internal/layout.ts';
import { type Picture, PICTURE_SIZE } from './model.ts';

const MARK = pairSeal({ bearing: 47 });

interface Lines extends Extent {
  text: string;
  size: number;
}

/** A typeface all of whose letters are half as wide as high. */
async function setEven({ stretches, size, width, breaksWords }: FaceSetting): Promise<Lines> {
  const text = stretches.map((stretch) => stretch.text).join('');
  const most = Math.max(1, Math.floor(width / (size / 2)));
  const lengths: number[] = [0];
  for (const word of text.split(' ').flatMap((one) => (breaksWords ? chunks(one, most) : [one]))) {
    const last = lengths.at(-1) ?? 0;
    if (last > 0 && last + 1 + word.length > most) lengths.push(word.length);
    else lengths[lengths.length - 1] = last === 0 ? word.length : last + 1 + word.length;
  }
  return { text, size, width: Math.max(...lengths) * (size / 2), height: lengths.length * size };
}

function chunks(word: string, most: number): string[] {
  return word.match(new RegExp(`.{1,${String(most)}}`, 'gu')) ?? [''];
}

function picture(over: Partial<Picture> & { text?: string; locale?: Locale } = {}): Picture {
  const { text = 'هامبورغ وبوسان', locale = 'ar' } = over;
  return {
    locale,
    siteName: 'مدينتان',
    kicker: ['توأمة'],
    title: { stretches: [{ text, look: 'plain' }], locale },
    status: { word: 'سارية', tone: 'ok' },
    facts: ['منذ 1989'],
    lead: null,
    seal: networkSeal(3),
    alt: '',
    ...over,
  };
}

function boxesOf({ texts, seals, status }: Layout<Lines>): { text: Box[]; other: Box[] } {
  return {
    text: texts.map(({ set, left, top }) => ({ left, top, width: set.width, height: set.height })),
    other: [...seals.map(({ box }) => box), ...(status === null ? [] : [status])],
  };
}

function touches(one: Box, other: Box): boolean {
  const apart = one.left + one.width <= other.left || other.left + other.width <= one.left;
  return !apart && one.top + one.height > other.top && other.top + other.height > one.top;
}

function titleOf(layout: Layout<Lines>, start: string): Lines | undefined {
  return layout.texts.find(({ set }) => set.text.startsWith(start))?.set;
}

describe('a layout', () => {
  it('begins at the right edge in Arabic and at the left in German, the seal at the other side', async () => {
    const arabic = await layOut(picture(), MARK, setEven);
    const german = await layOut(picture({ text: 'Hamburg', locale: 'de' }), MARK, setEven);
    const rights = arabic.texts.map(({ set, left }) => left + set.width);
    expect(Math.max(...rights)).toBe(PICTURE_SIZE.width - EDGE);
    expect(Math.min(...german.texts.map(({ left }) => left))).toBe(EDGE);
    expect(arabic.seals[0]?.box.left).toBe(EDGE);
    expect((german.seals[0]?.box.left ?? 0) + (german.seals[0]?.box.width ?? 0)).toBe(PICTURE_SIZE.width - EDGE);
  });

  it('sets a short title large, a longer one smaller, and cuts one that is too long for the smallest size', async () => {
    const short = titleOf(await layOut(picture({ text: 'بون' }), MARK, setEven), 'بون');
    const long = titleOf(await layOut(picture({ text: 'مدينة '.repeat(30) }), MARK, setEven), 'مدينة');
    const endless = titleOf(await layOut(picture({ text: 'مدينة '.repeat(500) }), MARK, setEven), 'مدينة');
    expect(short?.size).toBeGreaterThan(100);
    expect(long?.size).toBeLessThan(60);
    expect(long?.text).not.toContain('…');
    expect(endless?.text).toMatch(/مدينة…$/u);
  });

  it('puts facts beside the status where there is room, else below it', async () => {
    const beside = await layOut(picture(), MARK, setEven);
    const below = await layOut(picture({ facts: ['منذ زمن طويل', 'مستوردة ولم يُتحقّق منها بعد'] }), MARK, setEven);
    const topOf = (layout: Layout<Lines>) => layout.texts.find(({ set }) => set.text.startsWith('منذ'))?.top ?? 0;
    const bottomOf = ({ status }: Layout<Lines>) => (status?.top ?? 0) + (status?.height ?? 0);
    expect(topOf(beside)).toBeLessThan(bottomOf(beside));
    expect(topOf(below)).toBeGreaterThanOrEqual(bottomOf(below));
  });

  it('leaves out a lead that there is no room for', async () => {
    const lead = { stretches: [{ text: 'سجل مفتوح', look: 'quiet' as const }], locale: 'ar' as const };
    const roomy = await layOut(picture({ text: 'بون', lead }), MARK, setEven);
    const full = await layOut(
      picture({ text: 'مدينة '.repeat(60), lead, facts: ['حقيقة '.repeat(20)] }),
      MARK,
      setEven,
    );
    expect(titleOf(roomy, 'سجل')).toBeDefined();
    expect(titleOf(full, 'سجل')).toBeUndefined();
  });

  it('lets a paragraph of another direction begin at its own side of the column, and a name where all begins', async () => {
    const leftOf = async (text: string) => {
      const title = { stretches: [{ text, look: 'plain' as const }], locale: 'de' as const };
      const { texts } = await layOut(picture({ title }), MARK, setEven);
      return texts.find(({ set }) => set.text.startsWith('Stadt'))?.left;
    };
    expect(await leftOf('Stadt')).toBeGreaterThan(700);
    expect(await leftOf('Stadt '.repeat(30))).toBe(PICTURE_SIZE.width - EDGE - 640);
  });

  it('never lets text leave its room, nor cover a seal or other text, whatever it says', async () => {
    const words = fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 }).map((all) => all.join(' '));
    const any = fc.record({ title: words, kicker: words, site: words, fact: words, status: words, lead: words });
    const locales = fc.constantFrom<Locale>('ar', 'de');
    await fc.assert(
      fc.asyncProperty(any, locales, async ({ title, kicker, site, fact, status, lead }, locale) => {
        const given = picture({ text: title, locale, kicker: [kicker], siteName: site, facts: [fact] });
        const full: Picture = {
          ...given,
          status: { word: status, tone: 'warn' },
          lead: { stretches: [{ text: lead, look: 'quiet' }], locale },
        };
        const { text, other } = boxesOf(await layOut(full, MARK, setEven));
        for (const box of [...text, ...other]) {
          expect(box.left).toBeGreaterThanOrEqual(EDGE);
          expect(box.left + box.width).toBeLessThanOrEqual(PICTURE_SIZE.width - EDGE);
          expect(box.top).toBeGreaterThanOrEqual(40);
          expect(box.top + box.height).toBeLessThanOrEqual(PICTURE_SIZE.height - 40);
        }
        for (const [at, box] of text.entries()) {
          expect(text.slice(at + 1).some((next) => touches(box, next))).toBe(false);
          expect(other.slice(0, 2).some((seal) => touches(box, seal))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cut', () => {
  it('ends with a whole word where it can, and never parts a mark from its letter', () => {
    expect(cutTo([{ text: 'مدينتان تتعلّمان', colour: '' }], 10)).toEqual([{ text: 'مدينتان…', colour: '' }]);
    expect(cutTo([{ text: 'مَدِينَة', colour: '' }], 2)).toEqual([{ text: 'مَدِ…', colour: '' }]);
  });

  it('keeps what stands before it in its colours', () => {
    const stretches = [
      { text: 'Hamburg', colour: 'a' },
      { text: ' und ', colour: 'b' },
      { text: 'Busan', colour: 'c' },
    ];
    expect(cutTo(stretches, 14)).toEqual([...stretches.slice(0, 2), { text: 'Bu…', colour: 'c' }]);
  });
});
