import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeSecret } from '#platform/postgres/private-file.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { claimPort } from '#scripts/up/port.ts';
import { edgeProgram } from '#scripts/up/edge-program.ts';
import { next, type Program, ROOT } from '#scripts/up/programs.ts';
import { openRigDatabase, type RigDatabase } from './database.ts';
import { rigProgram, type RigProgram } from './program.ts';
import { openPublisher, type Publisher } from './publisher.ts';
import { countStatements, type StatementCounter } from './statement-counter.ts';

/** What listens to visitors: the edge, or Next itself. */
export type Front = 'edge' | 'next';

/** What a rig is made of. */
export interface RigOptions {
  front: Front;
  /** Pairs of Next and edge over one database. */
  instances?: 1 | 2;
  /** How often the records of the seed are there a second time. */
  copies?: number;
  /** Whether the edge is the public address of the site, which its pages then name in full. */
  isPublic?: boolean;
  /** A core for all servers, where they are measured. */
  pin?: (program: Program) => Program;
}

/** Next with its edge. */
export interface Instance {
  /** Where visitors come. */
  front: string;
  /** Where Next listens. */
  direct: string;
  next: RigProgram;
  /** `null` where Next itself is the front. */
  edge: RigProgram | null;
  /** What Next asks as the public. */
  statements: StatementCounter;
  /** Where the edge keeps its pages. */
  storeDir: string;
}

/** A site of its own to be broken. */
export interface Rig {
  database: RigDatabase;
  publisher: Publisher;
  /** The first is always there. */
  instances: readonly [Instance, ...Instance[]];
}

/**
 * Builds a site of its own and starts it: database, Next and edge from the last build, and somebody who publishes. All of it
 * ends with the command. What the servers wrote stays in the folder named at the start when something failed.
 */
export async function openRig(options: RigOptions, lifetime: Lifetime): Promise<Rig> {
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID')))
    throw new Error('There is no build yet: run `npm run build` first.');
  // Of this name, the next run of the tests removes what an interrupted one leaves.
  const folder = mkdtempSync(join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  lifetime.atEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const database = await openRigDatabase(folder, options.copies ?? 0, lifetime);
  const publisher = openPublisher(database.environment, lifetime);
  const secret = makeSecret();
  const open = (name: string) => openInstance({ ...options, name, folder, database, secret }, lifetime);
  const first = await open('a');
  return { database, publisher, instances: options.instances === 2 ? [first, await open('b')] : [first] };
}

interface InstanceOptions extends RigOptions {
  name: string;
  folder: string;
  database: RigDatabase;
  secret: string;
}

async function openInstance(options: InstanceOptions, lifetime: Lifetime): Promise<Instance> {
  const { database, folder, front, isPublic = false, name, pin = (program: Program) => program, secret } = options;
  const statements = await countStatements(database.environment.DATABASE_URL_PUBLIC, lifetime);
  const port = String(await claimPort(0));
  const storeDir = join(folder, `store-${name}`);
  mkdirSync(storeDir);
  const logs = join(tmpdir(), 'madinatan-faults', basename(process.argv[1] ?? '', '.ts'));
  mkdirSync(logs, { recursive: true });
  const direct = `http://127.0.0.1:${port}`;
  const edgePort = String(await claimPort(0));
  const edgeFront = `http://127.0.0.1:${edgePort}`;
  const base = { ...database.environment, NODE_ENV: 'production', AUTH_SECRET: secret, DATA_DIR: storeDir };
  const environment = isPublic ? { ...base, PUBLIC_URL: edgeFront } : base;
  // A form that came through the edge names the port of the edge.
  const sitePort = front === 'edge' ? { SITE_PORT: edgePort } : {};
  const web = rigProgram(
    {
      program: pin({
        args: next('start', '--port', port, '--hostname', '127.0.0.1'),
        environment: { ...environment, ...sitePort, PORT: port, DATABASE_URL_PUBLIC: statements.url },
      }),
      answersAt: `${direct}/api/health/live`,
      logFile: join(logs, `next-${name}.log`),
    },
    lifetime.asked,
  );
  lifetime.atEnd({ stop: () => web.kill() });
  await web.start();
  if (front === 'next') return { front: direct, direct, next: web, edge: null, statements, storeDir };

  const edge = rigProgram(
    {
      program: pin(edgeProgram({ ...environment, PORT: edgePort, UPSTREAM_URL: direct })),
      answersAt: `${edgeFront}/`,
      logFile: join(logs, `edge-${name}.log`),
    },
    lifetime.asked,
  );
  lifetime.atEnd({ stop: () => edge.kill() });
  await edge.start();
  return { front: edgeFront, direct, next: web, edge, statements, storeDir: join(storeDir, 'edge') };
}

/**
 * The edge of an instance.
 *
 * @throws Error where Next itself is the front
 */
export function needEdge({ edge }: Instance): RigProgram {
  if (edge === null) throw new Error('This is tried with an edge only: leave out `--front next`.');
  return edge;
}
