import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BriefAnswer, createBriefStore } from './brief-store.ts';
import { readQuery } from './canonical-query.ts';
import { createGate } from './gate.ts';
import type { Look, Marks } from './marks.ts';
import type { Problems } from './problems.ts';
import { readAsked } from './read-asked.ts';
import { sendAnswer } from './sending.ts';
import type { Target } from './target.ts';
import type { Upstream } from './upstream.ts';

/** Answers questions: lists with a filter, the search, the open programming interface. */
export interface QueryPages {
  /** @returns whether the address can be asked questions and this is one; nothing was answered otherwise */
  answer: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<boolean>;
}

interface QueryParts {
  upstream: Upstream;
  marks: Marks;
  problems: Problems;
  host: string;
  isSecure: boolean;
  /** What a page can be asked; `null` where it cannot be asked anything. */
  queryKeys: (path: string) => readonly string[] | null;
  /** Answers for machines, which take any key and say themselves what they do not know. */
  isOpenInterface: (path: string) => boolean;
}

/** An answer is drawn at most once in this time, unless a release shows in it. */
const FRESH_MS = 60_000;
const BYTES_MAX = 16 * 1024 * 1024;
/** Questions have no end: few are answered at once, and whoever comes when the line is full is told to come again. */
const MADE_AT_ONCE = 4;
const WAITING_MAX = 400;

type Asked = Awaited<ReturnType<typeof readAsked>>;

/**
 * Questions are answered by the framework, each once for all who ask it at the same time, and kept for a minute and until one
 * of the tags that the answer names is marked. While nothing behind the edge answers, an older answer stands in.
 */
export function createQueryPages(parts: QueryParts): QueryPages {
  const { marks, problems, queryKeys, isOpenInterface } = parts;
  const store = createBriefStore(BYTES_MAX);
  const gate = createGate(MADE_AT_ONCE, WAITING_MAX);
  const awaited = new Map<string, Promise<Asked | null>>();

  async function make(key: string): Promise<Asked | null> {
    return gate.run(async () => {
      const look = marks.look();
      const asked = await ask(key, parts);
      if (asked.kind === 'kept') store.keep(key, briefOf(asked, look));
      return asked;
    });
  }

  async function makeOnce(key: string): Promise<Asked | null> {
    const making = awaited.get(key) ?? make(key).finally(() => awaited.delete(key));
    awaited.set(key, making);
    return making;
  }

  function isFresh(brief: BriefAnswer): boolean {
    return performance.now() - brief.madeAtMs < FRESH_MS && !marks.isNewer(brief.tags, brief.seen);
  }

  async function answerKey(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const kept = store.get(key);
    if (kept !== undefined && isFresh(kept)) {
      sendAnswer({ request, response }, kept.answer);
      return;
    }
    const asked = await makeOnce(key);
    if (response.destroyed) return;
    const answer = answerIn(asked) ?? kept?.answer;
    const name = asked === null ? 'tooMany' : 'unavailable';
    if (answer !== undefined) sendAnswer({ request, response }, answer);
    else await problems.show(request, response, { name, path: key.replace(/\?.*$/u, '') });
  }

  return {
    answer: async (request, response, { path, search }) => {
      const isInterface = isOpenInterface(path);
      const keys = queryKeys(path);
      if (!isInterface && (keys === null || search === '' || !isReading(request))) return false;
      if (!isReading(request)) {
        await problems.show(request, response, { name: 'method', path, headers: ['allow', 'GET, HEAD'] });
        return true;
      }
      const query = readQuery(search, isInterface ? null : keys);
      if (!query.isReadable) {
        await problems.show(request, response, { name: 'badRequest', path });
        return true;
      }
      if (query.search === '' && !isInterface) return false;
      await answerKey(request, response, `${path}${query.search}`);
      return true;
    },
  };
}

function answerIn(asked: Asked | null): BriefAnswer['answer'] | undefined {
  return asked === null || asked.kind === 'failed' ? undefined : asked.answer;
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function briefOf(
  { answer, tags }: { answer: BriefAnswer['answer']; tags: readonly string[] },
  look: Look,
): BriefAnswer {
  return { answer, tags, seen: look.seenOf(tags), madeAtMs: performance.now() };
}

async function ask(key: string, { upstream, host, isSecure }: QueryParts): Promise<Asked> {
  const scheme = isSecure ? 'https' : 'http';
  const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': scheme, 'x-request-id': randomUUID() };
  try {
    return await readAsked(await upstream.ask(key, { headers }), isSecure);
  } catch {
    return { kind: 'failed' };
  }
}
