/**
 * Runs a command of this project where nothing is there but Node and npm: `node scripts/bootstrap.mjs up|test|dev …`.
 * Plain JavaScript without packages, since it is what installs them.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = `${ROOT}node_modules/.installed-from`;
const COMMANDS = ['dev', 'test', 'up'];

/** @type {import('node:child_process').ChildProcess | null} */
let running = null;
let isEnding = false;

const [command = '', ...args] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isEnding = true;
    running?.kill(signal);
  });
}
process.exitCode = await run();

async function run() {
  if (!COMMANDS.includes(command)) return fail(`Say which command to run: ${COMMANDS.join(', ')}.`);
  const { engines } = readJson('package.json');
  const needed = engines.node.replace('>=', '');
  if (isOlder(process.versions.node, needed)) {
    return fail(`Node ${needed} or newer is needed; this is Node ${process.versions.node}.`);
  }
  if (!isInstalled() && !(await install())) {
    return isEnding ? 130 : fail('The packages were not installed: npm says why above.');
  }
  return isEnding ? 130 : start(command, args);
}

/** @returns {boolean} whether one version `1.2.3` is older than another */
function isOlder(version, than) {
  const [own, other] = [version, than].map((text) => text.split('.').map(Number));
  const at = own.findIndex((part, index) => part !== other[index]);
  return at !== -1 && own[at] < other[at];
}

/** Whether the last installation was finished, and of this lockfile. */
function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashLockfile();
}

function hashLockfile() {
  return createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
}

async function install() {
  const since = performance.now();
  console.log('  packages      npm installs them; the first time takes a minute');
  // Whatever NODE_ENV says: the build needs the compiler, and the database lies in an optional package.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const isOk = (await runToEnd('npm', ['ci', ...options], { shell: process.platform === 'win32' })) === 0;
  if (!isOk) return false;
  writeFileSync(STAMP, hashLockfile());
  console.log(`✓ packages      ${((performance.now() - since) / 1000).toFixed(1)} s`);
  return true;
}

function start(name, programArgs) {
  const endWithParent = `./scripts/up/end-with-parent.mjs?of=${process.pid}`;
  const ours = ['--conditions=react-server', '--import', 'tsx', '--import', endWithParent];
  // The fourth channel carries nothing; that it closes tells the child that this program is gone.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  return runToEnd(process.execPath, [...ours, `scripts/${name}.ts`, ...programArgs], { stdio });
}

/** @returns {Promise<number>} the exit code */
function runToEnd(program, programArgs, options) {
  return new Promise((resolve) => {
    running = spawn(program, programArgs, { cwd: ROOT, stdio: 'inherit', ...options });
    running.once('error', (error) => resolve(fail(`${program} does not start: ${error.message}`)));
    running.once('exit', (code) => resolve(code ?? 1));
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));
}

function fail(sentence) {
  console.error(`✗ ${sentence}`);
  return 1;
}
