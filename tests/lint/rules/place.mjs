import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the linted file lies, from the root of its project, with forward slashes on every system. */
export function placeOf({ filename }) {
  return path.relative(rootOf(path.dirname(filename)), filename).replaceAll('\\', '/');
}

const roots = new Map();

/** The nearest folder with a `package.json`: the linter may run from any folder. */
function rootOf(folder) {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const above = path.dirname(folder);
  const root = existsSync(path.join(folder, 'package.json')) || above === folder ? folder : rootOf(above);
  roots.set(folder, root);
  return root;
}

/** Whether the file is a test or part of the tests. */
export function isTest(place) {
  return place.startsWith('tests/') || /\.test\.tsx?$/u.test(place);
}
