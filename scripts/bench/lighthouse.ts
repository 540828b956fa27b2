import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { env } from '#platform/env.ts';
import { runToEnd } from '#scripts/up/programs.ts';
import { findBrowser } from '#tests/e2e/support/browser.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** One of the four categories. */
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says about a page: points of 100, and the audits that took some away. */
export interface Judgement {
  scores: Record<Category, number>;
  faults: string[];
}

const reported = z.object({
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), displayValue: z.string().optional() })),
});

/** Lighthouse where it is installed; it is too large to come along. */
export function findLighthouse(): string | null {
  const folders = (env().PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'lighthouse')).find((file) => existsSync(file)) ?? null;
}

/** Lets Lighthouse open a page as its own phone does. */
export async function judgePage(
  url: string,
  { folder, program, signal }: { program: string; folder: string; signal: AbortSignal },
): Promise<Judgement> {
  const file = join(folder, 'lighthouse.json');
  const flags = ['--output=json', `--output-path=${file}`, '--quiet', '--chrome-flags=--headless=new --no-sandbox'];
  const browser = findBrowser();
  const environment = browser === null ? {} : { CHROME_PATH: browser };
  const { code, output } = await runToEnd({ command: program, args: [url, ...flags], environment }, { signal });
  if (code !== 0) throw new Error(`lighthouse ended with ${String(code)}\n${output}`);
  const { audits, categories } = reported.parse(JSON.parse(readFileSync(file, 'utf8')));
  const pointsOf = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  const faults = CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { displayValue = '', score = null } = audits[id] ?? {};
      return weight > 0 && score !== null && score < 0.9 ? [`${category}: ${id} ${displayValue}`.trim()] : [];
    }),
  );
  return {
    scores: {
      performance: pointsOf('performance'),
      accessibility: pointsOf('accessibility'),
      'best-practices': pointsOf('best-practices'),
      seo: pointsOf('seo'),
    },
    faults,
  };
}
