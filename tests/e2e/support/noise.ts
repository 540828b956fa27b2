import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

/** What a browser complained about while a test drove it. */
export interface Noise {
  /** Listens to one more context: that of the test is watched anyway. */
  watch: (context: BrowserContext) => void;
  /** Says that answers with this status, to addresses that hold this part, are what the test is about. */
  allow: (status: number, part?: string) => void;
  /** Says that requests to addresses that hold this part may end without an answer. */
  allowFailure: (part: string) => void;
  /** The complaints that nobody allowed. */
  complaints: () => string[];
}

interface Complaint {
  text: string;
  status: number | null;
  url: string;
}

/** Listens to what goes wrong in the browser: errors of scripts, failed requests and answers from 400 on. */
export function createNoise(): Noise {
  const heard: Complaint[] = [];
  const allowed: { status: number | null; part: string }[] = [];
  const isAllowed = ({ text, status, url }: Complaint) =>
    (status !== null || text.startsWith('request: ')) &&
    allowed.some((answer) => answer.status === status && url.includes(answer.part));
  return {
    watch: (context) => {
      context.on('console', (message) => heard.push(...fromConsole(message)));
      context.on('weberror', (event) => {
        heard.push({ text: `error: ${event.error().message}`, status: null, url: event.page()?.url() ?? '' });
      });
      context.on('requestfailed', (request) => heard.push(...fromFailure(request)));
      context.on('response', (response) => heard.push(...fromAnswer(response)));
    },
    allow: (status, part = '') => {
      allowed.push({ status, part });
    },
    allowFailure: (part) => {
      allowed.push({ status: null, part });
    },
    complaints: () => heard.filter((complaint) => !isAllowed(complaint)).map(({ text, url }) => `${text} (${url})`),
  };
}

/** What the browser itself says about a request is left out: the request is heard already. */
function fromConsole(message: ConsoleMessage): Complaint[] {
  const { url } = message.location();
  const text = message.text();
  const isRepeated = text.startsWith('Failed to load resource:');
  return message.type() !== 'error' || isRepeated ? [] : [{ text: `console: ${text}`, status: null, url }];
}

/**
 * What is no failure: a request that the browser gave up because the reader went on, and a script that it did not load
 * because the test has switched scripts off (`csp`; what a policy of the page blocks is heard on the console as well).
 */
const NO_FAILURE = new Set(['net::ERR_ABORTED', 'csp']);

function fromFailure(request: Request): Complaint[] {
  const reason = request.failure()?.errorText ?? 'failed';
  return NO_FAILURE.has(reason) ? [] : [{ text: `request: ${reason}`, status: null, url: request.url() }];
}

function fromAnswer(response: Response): Complaint[] {
  const status = response.status();
  const text = `${response.request().method()} answered ${String(status)}`;
  return status < 400 ? [] : [{ text, status, url: response.url() }];
}
