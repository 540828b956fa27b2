import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findDocFaults } from '#tests/architecture/doc-faults.ts';
import { describeFinding, type Finding } from '#tests/architecture/finding.ts';
import { findMessageFaults } from '#tests/architecture/message-faults.ts';
import { findRoomFaults } from '#tests/architecture/room-faults.ts';
import { findStyleFaults } from '#tests/architecture/style-faults.ts';
import { ROOT, runTool } from './verify/run-tool.ts';
import { findSchemaDrift } from './verify/schema-drift.ts';

/** One static check of the project. */
export interface Step {
  name: string;
  /** Gives the lines of what is wrong; none where all is well. */
  run: () => Promise<string[]>;
}

/** How a step ended. */
export interface Verdict {
  name: string;
  ok: boolean;
  seconds: number;
  faults: string[];
}

/** All static checks, the quickest to tell about mistakes first. */
export const STEPS: readonly Step[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: () => faultsOf('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--format=unix']) },
  { name: 'imports', run: checkImports },
  { name: 'rooms', run: async () => describe(findRoomFaults(ROOT)) },
  { name: 'styles', run: async () => describe(findStyleFaults(ROOT)) },
  { name: 'messages', run: async () => describe(findMessageFaults(ROOT)) },
  { name: 'docs', run: async () => describe(findDocFaults(ROOT)) },
  { name: 'dead-code', run: () => faultsOf('knip/bin/knip.js', ['--config=tests/knip.json', '--no-progress']) },
  { name: 'schema', run: findSchemaDrift },
  {
    name: 'format',
    // What drizzle-kit writes stays as it writes it.
    run: () => faultsOf('prettier/bin/prettier.cjs', ['--list-different', '.', '!db/migrations/meta/**']),
  },
];

/** Runs one check to its end. A check that breaks down has failed. */
export async function runStep({ name, run }: Step): Promise<Verdict> {
  const since = performance.now();
  const faults = await run().catch((thrown: unknown) => [thrown instanceof Error ? thrown.message : String(thrown)]);
  return { name, ok: faults.length === 0, seconds: (performance.now() - since) / 1000, faults };
}

async function checkTypes(): Promise<string[]> {
  const generated = await runTool('next/dist/bin/next', ['typegen']);
  if (!generated.ok) return generated.output.split('\n');
  return faultsOf('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']);
}

const wrongImports = z.array(z.object({ file: z.string(), message: z.string() }));

async function checkImports(): Promise<string[]> {
  const { ok, output } = await runTool('./tests/architecture/arrows.mjs', []);
  return ok ? describe(wrongImports.parse(JSON.parse(output))) : output.split('\n');
}

async function faultsOf(program: string, args: string[]): Promise<string[]> {
  const { ok, output } = await runTool(program, args);
  return ok ? [] : output.split('\n');
}

function describe(findings: Finding[]): string[] {
  return findings.map(describeFinding);
}

async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => STEPS.every((step) => step.name !== name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}; there are ${STEPS.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  let failed = 0;
  for (const step of steps) {
    const { name, ok, seconds, faults } = await runStep(step);
    if (!ok) failed += 1;
    for (const fault of faults) console.log(`    ${fault}`);
    console.log(`${ok ? 'ok' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  }
  return failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
