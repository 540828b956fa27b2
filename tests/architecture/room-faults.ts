import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Finding, listFiles, readPlace } from './finding.ts';
import { ROOMS } from './rooms.mjs';

/** The files that mean the same in every room. Any other door is named in the room's README. */
export const KNOWN_FILES = new Set(
  'README.md model.ts input.ts policy.ts kind.ts cached.ts actions.ts jobs.ts'.split(' '),
);
const KNOWN_FOLDERS = new Set(['commands', 'components', 'internal', 'queries']);
/** What a query answers; `published-…` are parts that such queries select. */
const QUESTIONS = /^(?:find|get|list|count|published)-/u;
const README_LINES_MAX = 25;
const README_PARTS = ['Purpose', 'Who', 'Always true', 'Doors', 'Not here'];

/** What is wrong with the rooms in `features/`: unknown ones, missing or long READMEs, files that no reader expects. */
export function findRoomFaults(root: string): Finding[] {
  const files = listFiles(root, /^features\/[^/]+\/./u);
  const rooms = [...new Set(files.map((file) => file.split('/')[1] ?? ''))];
  return [
    ...rooms.filter((room) => !ROOMS.includes(room)).map((room) => unknownRoom(room)),
    ...rooms.flatMap((room) => findReadmeFaults(root, room)),
    ...files.flatMap((file) => findFileFaults(root, file)),
  ];
}

function unknownRoom(room: string): Finding {
  return { file: `features/${room}`, message: 'has no place in the order of rooms (tests/architecture/rooms.mjs)' };
}

function findReadmeFaults(root: string, room: string): Finding[] {
  const file = `features/${room}/README.md`;
  if (!existsSync(path.join(root, file))) return [{ file, message: 'is missing' }];
  const text = readPlace(root, file);
  const lines = text.trimEnd().split('\n').length;
  const missing = README_PARTS.filter((part) => !text.includes(`**${part}`));
  return [
    ...(lines > README_LINES_MAX ? [{ file, message: `has ${String(lines)} lines; 25 are enough for a room` }] : []),
    ...missing.map((part) => ({ file, message: `says nothing under **${part}.**` })),
  ];
}

function findFileFaults(root: string, file: string): Finding[] {
  const [, room = '', ...rest] = file.split('/');
  const [first = '', ...deeper] = rest;
  if (deeper.length > 0) return findFolderFaults(file, first, deeper);
  if (KNOWN_FILES.has(first) || /\.test\.tsx?$/u.test(first)) return [];
  if (first.endsWith('.tsx')) return [{ file, message: 'shows something, so it stands in components/' }];
  const readme = `features/${room}/README.md`;
  // A missing README is said once, not for each door.
  const isNamed = !existsSync(path.join(root, readme)) || readPlace(root, readme).includes(`\`${first}\``);
  return isNamed ? [] : [{ file, message: 'is a door that the README of its room does not name' }];
}

function findFolderFaults(file: string, folder: string, rest: string[]): Finding[] {
  if (!KNOWN_FOLDERS.has(folder)) return [{ file, message: `lies in ${folder}/, which no room has` }];
  if (folder === 'queries' && !QUESTIONS.test(rest.at(-1) ?? '')) {
    return [{ file, message: 'is a question: its name begins with find, get, list or count' }];
  }
  return [];
}
