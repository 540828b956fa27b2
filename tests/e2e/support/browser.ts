import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { env } from '#platform/env.ts';

/** The first draws no window of its own and is twice as quick. */
const ON_PATH = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser to drive: the one of CHROMIUM_PATH, else Playwright's own, else the system's.
 *
 * @returns `null` for Playwright's own, which it finds by itself, also where there is none
 */
export function findBrowser(): string | null {
  const given = env().CHROMIUM_PATH;
  if (given !== undefined) return given;
  return hasOwn() ? null : findOnPath();
}

/** What the browser has to be told here: as root it starts without a sandbox only. */
export function browserArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Whether the browser to drive really starts: the reason why not, or `null` where it does. */
export async function whyNoBrowser(): Promise<string | null> {
  const executablePath = findBrowser();
  try {
    const options = { args: browserArguments(), timeout: 30_000 };
    const browser = await chromium.launch(executablePath === null ? options : { ...options, executablePath });
    await browser.close();
    return null;
  } catch (thrown) {
    const [reason = ''] = String(thrown).split('\n');
    return `${executablePath ?? "Playwright's own browser"}: ${reason}`;
  }
}

/** Playwright keeps the browser with a window and the one without in folders of two names; the latter is enough. */
function hasOwn(): boolean {
  const withWindow = chromium.executablePath();
  const [folder = ''] = /^.*chromium-\d+/u.exec(withWindow) ?? [];
  return existsSync(withWindow) || existsSync(folder.replace(/chromium-(\d+)$/u, 'chromium_headless_shell-$1'));
}

function findOnPath(): string | null {
  const folders = (env().PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const places = ON_PATH.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}
