import type { Locator, Page } from '@playwright/test';
import { atLeast, atMost, judge } from '#tests/faults/rig/bars.ts';
import { makeFolder } from './bench/contenders.ts';
import { bundleField, serveField } from './bench/editor-page.ts';
import { openBrowser } from './bench/page-visit.ts';
import { runCommand } from './up/lifetime.ts';

/**
 * `npm run bench:editor`: from a key to the next frame that shows it, in an Arabic text of 200 blocks in the editor, beside a bare
 * text area and a bare editable element with the same words, in turns; and how much the editor weighs. The field stands in a
 * form that listens as the forms of the desk do. It needs neither a build nor a database.
 */
const BLOCKS = 200;
const KEYS = 200;
const ROUNDS = 4;
const P95_MS_MAX = 50;
const WORDS = 'شراكة بين مدينتين على البحر، بدأت بين الجامعات ثم شملت الموانئ والمدارس. ';

await runCommand(async (lifetime) => {
  const folder = makeFolder(lifetime);
  const sizes = await bundleField(folder);
  for (const { name, gzip, brotli } of sizes) {
    console.log(`${name.padEnd(40)} ${String(gzip).padStart(8)} bytes gzip ${String(brotli).padStart(8)} bytes brotli`);
  }
  const base = await serveField(folder, bodyOf(BLOCKS), lifetime);
  const browser = await openBrowser(lifetime);
  const [page, bare] = [await browser.newPage(), await browser.newPage()];
  await page.goto(base);
  const editor = page.locator('.editor-text');
  await editor.waitFor({ timeout: 60_000 });
  await bare.goto(`${base}bare`);
  await drawBare(bare);
  const controls: Record<string, Locator> = {
    editor: editor.locator('p').nth(BLOCKS / 2),
    'bare text area': bare.locator('textarea'),
    'bare editable element': bare.locator('div > p').nth(BLOCKS / 2),
  };
  const taken = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, control] of Object.entries(controls)) {
      taken.set(name, [...(taken.get(name) ?? []), ...(await typeInto(control))]);
    }
  }
  for (const [name, times] of taken) {
    console.log(`${name.padEnd(24)} p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms`);
  }
  const own = taken.get('editor') ?? [];
  return judge(
    'editor',
    [
      atLeast('keys', own.length, KEYS),
      atMost('a key in the editor: p95', at(own, 0.95), { max: P95_MS_MAX, unit: ' ms' }),
    ],
    false,
  );
});

function bodyOf(blocks: number): unknown {
  const content = Array.from({ length: blocks }, (_, number) => ({
    type: 'paragraph',
    attrs: { id: `b${String(number)}` },
    content: [
      { type: 'text', text: WORDS.repeat(3) },
      { type: 'text', text: 'Rathaus', marks: [{ type: 'foreign', attrs: { lang: 'de' } }] },
      { type: 'text', text: ` ${String(number)}` },
    ],
  }));
  return { type: 'doc', content };
}

async function drawBare(page: Page): Promise<void> {
  await page.evaluate(
    ({ words, blocks }) => {
      const area = document.createElement('textarea');
      area.value = `${words}\n\n`.repeat(blocks);
      const editable = document.createElement('div');
      editable.contentEditable = 'true';
      for (let number = 0; number < blocks; number += 1) {
        editable.append(Object.assign(document.createElement('p'), { textContent: words }));
      }
      document.body.append(area, editable);
    },
    { words: WORDS.repeat(3), blocks: BLOCKS },
  );
}

/** Types at the pace of a quick hand; answers how long each key took to be seen. */
async function typeInto(control: Locator): Promise<number[]> {
  const page = control.page();
  await page.bringToFront();
  await control.click();
  const noted = await page.evaluateHandle(() => {
    const times: number[] = [];
    const noting = new AbortController();
    window.addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => times.push(performance.now() - began), { once: true });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      },
      { capture: true, signal: noting.signal },
    );
    return { times, noting };
  });
  const wanted = KEYS / ROUNDS;
  for (let key = 0; key < wanted; key += 1) await page.keyboard.press('KeyB', { delay: 40 });
  await page.waitForFunction(({ seen, most }) => seen.times.length >= most, { seen: noted, most: wanted });
  return noted.evaluate(({ times, noting }) => {
    noting.abort();
    return times;
  });
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
