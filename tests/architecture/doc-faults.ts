import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Finding, listFiles, readPlace } from './finding.ts';
import { KNOWN_FILES } from './room-faults.ts';

/** Decisions and the list of changes tell what was, also where it is gone. */
const HISTORY = /^(?:docs\/decisions\/|CHANGELOG\.md)/u;
const FILE = /^[\w.@()[\]/-]+\.(?:conf|css|csv|json|md|mjs|sh|sql|svg|tsx?|ya?ml)$/u;
const FOLDERS = 'app|db|deploy|docs|features|i18n|messages|platform|public|scripts|tests|ui|\\.ci';
const PLACE = new RegExp(`^(?:${FOLDERS})/[\\w.@()[\\]/-]*$`, 'u');

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** What documents promise and the project does not have: files, folders and commands of `npm run`. */
export function findDocFaults(root: string): Finding[] {
  const { scripts } = manifest.parse(JSON.parse(readPlace(root, 'package.json')));
  return listFiles(root, /\.md$/u)
    .filter((file) => !HISTORY.test(file))
    .flatMap((file) => {
      const lines = withoutFences(readPlace(root, file)).split('\n');
      return lines.flatMap((text, n) => [
        ...citedPlaces(text)
          .filter((place) => !exists(root, file, place))
          .map((place) => ({ file, line: n + 1, message: `names ${place}, which is not there` })),
        ...citedScripts(text)
          .filter((script) => scripts[script] === undefined)
          .map((script) => ({ file, line: n + 1, message: `names npm run ${script}, which package.json lacks` })),
      ]);
    });
}

/** Examples in code fences are no promises; their lines stay, so that the others keep their numbers. */
function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gmu, (fence) => fence.replaceAll(/[^\n]/gu, ''));
}

function citedPlaces(line: string): string[] {
  const quoted = [...line.matchAll(/`([^`]+)`/gu)].map(([, text = '']) => text);
  const linked = [...line.matchAll(/\]\((?!\w+:|#)([^)\s#]+)/gu)].map(([, text = '']) => text);
  return [...quoted.filter((text) => FILE.test(text) || PLACE.test(text)), ...linked];
}

function citedScripts(line: string): string[] {
  return [...line.matchAll(/npm run ([a-z][\w-]*(?::[\w-]+)*)(?![\w:*|-])/gu)].map(([, script = '']) => script);
}

/** A place is cited from the root or from the folder of the document; `jobs.ts` alone means that file of any room. */
function exists(root: string, file: string, place: string): boolean {
  if (KNOWN_FILES.has(place)) return true;
  const bases = [root, path.join(root, path.dirname(file))];
  return bases.some((base) => existsSync(path.join(base, decodeURI(place))));
}
