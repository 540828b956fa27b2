import { env } from '#platform/env.ts';
import { type Program, runToEnd } from '#scripts/up/programs.ts';
import { whyNoBrowser } from '#tests/e2e/support/browser.ts';

const INSTALL_MS_MAX = 300_000;

interface Source {
  name: string;
  /** Whether it is worth a try here. */
  isOpen: boolean;
  programs: Program[];
}

/** Where a browser can be had, in the order in which they are tried. */
const SOURCES: readonly Source[] = [
  {
    name: "Playwright's download",
    isOpen: true,
    programs: [
      { args: ['node_modules/@playwright/test/cli.js', 'install', '--only-shell', 'chromium'], environment: {} },
    ],
  },
  ...['chromium-headless-shell', 'chromium'].map((name) => ({
    name: `the Debian package ${name}`,
    isOpen: process.platform === 'linux' && process.getuid?.() === 0,
    programs: [apt('update'), apt('install', '--yes', '--no-install-recommends', name)],
  })),
];

/**
 * Makes sure that there is a browser that starts: one that is there, else Playwright's download, else the Debian package
 * where this account may install it.
 *
 * @throws Error with what was tried, and why each try failed
 */
export async function ensureBrowser(signal: AbortSignal, say: (line: string) => void): Promise<void> {
  const present = await whyNoBrowser();
  if (present === null) return;
  if (env().CHROMIUM_PATH !== undefined) throw new Error(`CHROMIUM_PATH names no browser that starts: ${present}`);
  const tried = [present];
  for (const { name, isOpen, programs } of SOURCES) {
    if (!isOpen) continue;
    say(`no browser starts here; trying ${name}`);
    const failure = (await install(programs, signal)) ?? (await whyNoBrowser());
    if (failure === null) return;
    tried.push(`${name}: ${failure}`);
  }
  const remedy = 'Install Chromium, or name it in CHROMIUM_PATH.';
  throw new Error(`There is no browser for the browser tests. ${remedy}\n${tried.join('\n')}`);
}

/** Why the installation failed, `null` where it did not. */
async function install(programs: readonly Program[], signal: AbortSignal): Promise<string | null> {
  const limit = AbortSignal.timeout(INSTALL_MS_MAX);
  for (const program of programs) {
    try {
      const { code, output } = await runToEnd(program, { signal: AbortSignal.any([signal, limit]) });
      if (code !== 0) return reasonIn(output);
    } catch (thrown) {
      signal.throwIfAborted();
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
  return null;
}

/** The line that names the reason, among those that tell where it happened. */
function reasonIn(output: string): string {
  const lines = output.split('\n');
  return lines.find((line) => /error|failed/iu.test(line))?.trim() ?? lines.at(-1) ?? '';
}

function apt(...args: string[]): Program {
  return { command: 'apt-get', args, environment: { DEBIAN_FRONTEND: 'noninteractive' } };
}
