import '#features/kinds/all.ts';
import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/client.ts';
import { problemSentences } from './describe-problem.ts';
import { type Brought, bringFolder, type FolderFault, readFolder } from './records/bring-folder.ts';

const USAGE = `npm run demo:data -- FOLDER   brings cities.csv and links.csv of a folder in (features/exchange/README.md)
Rows that cannot become records go to standard output, a line of JSON each. What is known already stays as it is, so that
a second run changes nothing and one that was stopped goes on. The exit code is 1 if a file cannot be read.`;

const BAR = 30;

process.exitCode = await main().finally(() => closeDatabase());

async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(USAGE);
    return 1;
  }
  const read = readFolder(folder);
  if ('fault' in read) {
    console.error(describeFault(read.fault));
    return 1;
  }
  const sentence = await problemSentences('en');
  const start = Date.now();
  const { places, partnerships } = await bringFolder(read, {
    leftOut: (row) => console.log(JSON.stringify(row)),
    refused: (key, { problems }) => {
      const said = problems.map((problem) => ({ ...problem, message: sentence(problem) }));
      console.log(JSON.stringify({ key, reason: 'refused', problems: said }));
    },
    progress: (what, done, all) => drawProgress(what, { done, all, since: start }),
  });
  console.error(describe('cities.csv', 'places', places));
  console.error(describe('links.csv', 'partnerships', partnerships));
  return 0;
}

function drawProgress(what: string, { done, all, since }: { done: number; all: number; since: number }): void {
  const full = Math.round((done / all) * BAR);
  const seconds = Math.round((Date.now() - since) / 1000);
  const bar = `${'#'.repeat(full)}${'.'.repeat(BAR - full)}`;
  const line = `${what.padEnd(12)} [${bar}] ${String(done)}/${String(all)}  ${String(seconds)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === all ? '\n' : ''}`);
  else console.error(line);
}

function describe(file: string, what: string, { created, known, leftOut, refused }: Brought): string {
  return `${file}: ${String(created)} ${what} created, ${String(known)} known already, ${String(leftOut)} rows left out, ${String(refused)} refused`;
}

const FAULTS: Readonly<Record<FolderFault['reason'], string>> = {
  unreadable: 'cannot be read; the folder needs cities.csv and links.csv',
  bytesTooMany: 'is too large; the most is',
  notUtf8: 'is not UTF-8; save it as UTF-8 (Windows-1256 and other encodings are not taken)',
  columnsMissing: 'has no column of the name',
  columnTwice: 'has two columns of the name',
  cellsDiffer: 'this line has more or fewer cells than the heading',
  quoteOpen: 'a quotation mark is not closed, or stands where none may',
  cellTooLong: 'a cell is too long',
};

function describeFault(fault: FolderFault): string {
  const line = 'line' in fault && fault.line !== undefined ? `, line ${String(fault.line)}` : '';
  const named = 'named' in fault && fault.named !== undefined ? ` ${fault.named}` : '';
  return `${fault.file}${line}: ${FAULTS[fault.reason]}${named}. Nothing was changed.`;
}
