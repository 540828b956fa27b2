import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;

/** A project with nothing in it but the bootstrap. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bootstrap-test-'));
  mkdirSync(path.join(root, 'scripts'));
  copyFileSync(path.join(import.meta.dirname, 'bootstrap.mjs'), path.join(root, 'scripts', 'bootstrap.mjs'));
  writeProject({ node: '>=20.19.0' });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** One package that lies in the project itself is all that npm has to install, so that it asks nobody. */
function writeProject({ node }: { node: string }): void {
  mkdirSync(path.join(root, 'local'), { recursive: true });
  write('local/package.json', { name: 'local', version: '1.0.0' });
  const project = { name: 'empty', version: '1.0.0', engines: { node }, dependencies: { local: 'file:local' } };
  const packages = {
    '': project,
    local: { version: '1.0.0' },
    'node_modules/local': { resolved: 'local', link: true },
  };
  write('package.json', project);
  write('package-lock.json', { name: 'empty', version: '1.0.0', lockfileVersion: 3, packages });
}

function write(name: string, content: unknown): void {
  writeFileSync(path.join(root, name), JSON.stringify(content));
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join('scripts', 'bootstrap.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.each([[], ['down']])('it says which commands there are: %s', (...args) => {
  expect(run(...args)).toMatchObject({ status: 1, stderr: '✗ Say which command to run: dev, test, up.\n' });
});

test.each(['>=99.0.0', `>=${process.versions.node.replace(/\d+$/u, (patch) => String(Number(patch) + 1))}`])(
  'an older Node than %s is refused before anything is installed',
  (node) => {
    writeProject({ node });
    const sentence = `✗ Node ${node.slice(2)} or newer is needed; this is Node ${process.versions.node}.\n`;
    expect(run('up')).toMatchObject({ status: 1, stdout: '', stderr: sentence });
    expect(existsSync(path.join(root, 'node_modules'))).toBe(false);
  },
);

test('packages are installed once, and again when the lockfile changes', { timeout: 30_000 }, () => {
  // The command itself cannot run for want of packages, which is not what is looked at here.
  expect(run('up').stdout).toMatch(/✓ packages +\d+\.\d s/u);
  expect(run('up').stdout).toBe('');
  writeFileSync(path.join(root, 'package-lock.json'), '\n', { flag: 'a' });
  expect(run('up').stdout).toMatch(/✓ packages/u);
  rmSync(path.join(root, 'node_modules'), { recursive: true });
  expect(run('up').stdout).toMatch(/✓ packages/u);
});

test('what npm refuses is not taken for installed', { timeout: 30_000 }, () => {
  write('package.json', { name: 'empty', engines: { node: '>=20.19.0' }, dependencies: { zod: '1.0.0' } });
  for (const attempt of [1, 2]) {
    const { status, stderr } = run('up');
    expect(status, `attempt ${String(attempt)}`).toBe(1);
    expect(stderr).toMatch(/✗ The packages were not installed: npm says why above\.\n$/u);
  }
});
