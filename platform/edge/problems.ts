import type { IncomingMessage, ServerResponse } from 'node:http';
import { publicPolicy, safetyHeaders } from './headers.ts';
import type { PageStore } from './page-store.ts';
import { sendInstead } from './sending.ts';

/** What can stand in place of an answer, each with a page in every language. */
export const PROBLEMS = {
  unknown: 404,
  gone: 410,
  unavailable: 503,
  /** For who asked: the page tries again by itself. */
  moment: 503,
  /** For who sent something. */
  notArrived: 503,
  tooLarge: 413,
  badRequest: 400,
  foreign: 403,
  method: 405,
  tooMany: 429,
  misdirected: 421,
} as const;

/** What can stand in place of an answer. */
export type ProblemName = keyof typeof PROBLEMS;

/** The words of the site for the time before its own pages are there. */
export interface PlainWords {
  direction: string;
  title: string;
  text: string;
}

/** Shows what is wrong, as far as possible in the look and the language of the site. */
export interface Problems {
  /** The pages to be made and kept beforehand. */
  pages: readonly string[];
  show: (request: IncomingMessage, response: ServerResponse, problem: Shown) => Promise<void>;
}

/** One problem at one address. */
export interface Shown {
  name: ProblemName;
  /** Decides about the language; untrusted. */
  path: string;
  locale?: string;
  /** Another status than the usual one. */
  status?: number;
  headers?: readonly string[];
}

interface ProblemsParts {
  store: PageStore;
  languages: Readonly<Record<string, PlainWords>>;
  languageOf: (path: string) => string;
  /** Where the framework draws the page of a problem. */
  pageOf: (locale: string, name: ProblemName) => string;
  isForMachines: (path: string) => boolean;
  isSecure: boolean;
}

const RETRY_SECONDS = '5';

/** The problems of a site. Where its pages are not there yet, a plain one of its own words stands in. */
export function createProblems(parts: ProblemsParts): Problems {
  const { store, languages, languageOf, pageOf, isForMachines, isSecure } = parts;
  return {
    pages: Object.keys(languages).flatMap((locale) => namesOf(PROBLEMS).map((name) => pageOf(locale, name))),
    show: async (
      request,
      response,
      { name, path, locale = languageOf(path), status = PROBLEMS[name], headers = [] },
    ) => {
      const all = status === 503 || status === 429 ? ['retry-after', RETRY_SECONDS, ...headers] : [...headers];
      if (isForMachines(path)) {
        sendDocument(response, { name, status, headers: [...all, ...safetyHeaders(isSecure)] });
        return;
      }
      const page = await store.find(pageOf(locale, name));
      if (response.headersSent || response.destroyed) return;
      if (page !== null) sendInstead({ request, response }, page.answer, { status, headers: all });
      else
        sendPlain(response, {
          locale,
          words: languages[locale],
          status,
          headers: [...all, ...safetyHeaders(isSecure)],
        });
    },
  };
}

/** The keys of a constant are the names of its type. */
function namesOf(problems: typeof PROBLEMS): ProblemName[] {
  return Object.keys(problems) as ProblemName[];
}

/** RFC 9457. */
function sendDocument(
  response: ServerResponse,
  { name, status, headers }: { name: string; status: number; headers: string[] },
): void {
  const body = JSON.stringify({ type: 'about:blank', title: name, status });
  const own = [
    'content-type',
    'application/problem+json',
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
    // Whoever may read the answer from another site may read why there is none.
    'access-control-allow-origin',
    '*',
  ];
  response.writeHead(status, [...own, ...headers]);
  response.end(body);
}

interface Plain {
  locale: string;
  words: PlainWords | undefined;
  status: number;
  headers: string[];
}

/** The first moments of a new site: nothing was ever made that could be shown. */
function sendPlain(response: ServerResponse, { locale, words, status, headers }: Plain): void {
  const { direction = 'ltr', title = String(status), text = '' } = words ?? {};
  const body = `<!DOCTYPE html>
<html lang="${escape(locale)}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
</html>
`;
  const policy = publicPolicy({ scriptHashes: [], styleHashes: [] });
  const own = [
    'content-type',
    'text/html; charset=utf-8',
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
  ];
  response.writeHead(status, [...own, 'content-security-policy', policy, ...headers]);
  response.end(body);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
