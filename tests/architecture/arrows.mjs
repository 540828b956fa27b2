import { existsSync } from 'node:fs';
import path from 'node:path';
import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import { arrowRules } from './arrow-rules.mjs';

// Prints the imports that point the wrong way, as JSON: `node tests/architecture/arrows.mjs [folder of the project]`.
// A program of its own, since dependency-cruiser finds its parser only where nothing stands between it and Node.

const FOLDERS = ['app', 'db', 'features', 'i18n', 'platform', 'scripts', 'tests', 'ui'];

// dependency-cruiser 17 parses every file without JSX and gives up at the first element (sverweij/dependency-cruiser 1081,
// mended in 18, which wants Node 22).
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const root = path.resolve(process.argv[2] ?? '.');
const { output } = await cruise(
  FOLDERS.filter((folder) => existsSync(path.join(root, folder))),
  {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: arrowRules(root) },
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Types follow the arrows too: a type from below is knowledge of what is below.
    tsPreCompilationDeps: true,
  },
  {
    conditionNames: ['react-server', 'import', 'node', 'default'],
    exportsFields: ['exports'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
  },
);
const findings = output.summary.violations.map(({ from, to, rule, cycle, via }) => ({
  file: from,
  message: `imports ${[to, ...(cycle ?? via ?? []).map(({ name }) => name)].join(' → ')}: ${rule.name}`,
}));
console.log(JSON.stringify(findings));
