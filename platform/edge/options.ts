import type { Server } from 'node:http';
import type { Framing } from './headers.ts';
import type { Mark } from './marks.ts';
import type { PlainWords, ProblemName } from './problems.ts';
import type { ConnectionLimits } from './server.ts';

/** What the edge has to be told: it knows neither the database nor what the site is about. */
export interface EdgeOptions {
  port: number;
  /** A socket that listens on this port already. */
  listener?: object | null;
  onListening?: (server: Server) => void;
  /** Where the framework listens, on this machine. */
  upstreamUrl: string;
  /** Where pages are kept. */
  folder: string;
  publicUrl: string | undefined;
  internalKey: string;
  /** Proxies in front, whose word about the sender counts. */
  trustedProxies: readonly string[];
  bodyBytesMax: number;
  languages: Readonly<Record<string, PlainWords>>;
  languageOf: (path: string) => string;
  problemPage: (locale: string, name: ProblemName) => string;
  isPrivate: (path: string) => boolean;
  /** Which private pages hold others of this site in frames, and which may be held. */
  framingOf: (path: string) => Framing;
  isForMachines: (path: string) => boolean;
  isHidden: (path: string) => boolean;
  /** What a page can be asked by its address; `null` where it cannot be asked anything. */
  queryKeys: (path: string) => readonly string[] | null;
  /** Answers for machines, which take any key. */
  isOpenInterface: (path: string) => boolean;
  /** Every mark of a page tag, all of them after each time that one may have been missed. */
  marks: AsyncIterable<readonly Mark[]>;
  log: EdgeLog;
  /** Where others than the usual ones are wanted. */
  limits?: Partial<ConnectionLimits>;
}

/** What is worth writing down. */
export interface EdgeLog {
  warn: (words: string, about: Record<string, string>) => void;
  /** @returns the reference of the line */
  failure: (thrown: unknown) => string;
}
