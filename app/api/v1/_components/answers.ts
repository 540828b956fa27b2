import { getTranslations } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '#i18n/locales.ts';
import { PAGE_TAGS } from '#platform/page-tags.tsx';
import { isProblem } from '#platform/problem.ts';
import { logUnexpected } from '#platform/log.ts';

/** A parameter that cannot be read, and why in one word of the messages. */
export interface ParameterFault {
  name: string;
  reason: 'language' | 'limit' | 'missing' | 'repeated' | 'tooLong' | 'unknown';
}

/** So much of the name of an unknown parameter is said again. */
const NAME_SHOWN_MAX = 40;

/** What everybody may read from anywhere. */
const OPEN = { 'access-control-allow-origin': '*' };

/** An answer for programs: JSON, with the page tags by which it is kept. */
export function jsonAnswer(body: unknown, tags: readonly string[], headers: Record<string, string> = {}): Response {
  return openAnswer(JSON.stringify(body), tags, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** An answer for programs in any form; `headers` name its type. */
export function openAnswer(body: string, tags: readonly string[], headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...OPEN, [PAGE_TAGS]: tags.join(' '), ...headers } });
}

/** Nothing published stands at the address. */
export async function missingAnswer(locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'OpenData' });
  return problemAnswer(404, { title: t('missing') });
}

/** The language that is asked for; of an unknown one the default, which `languageFaults` names. */
export function languageOf(asked: URLSearchParams): Locale {
  const given = asked.get('locale') ?? '';
  return isLocale(given) ? given : DEFAULT_LOCALE;
}

/** Whether the language that is asked for is none of ours. */
export function languageFaults(asked: URLSearchParams): ParameterFault[] {
  const given = asked.get('locale');
  return given === null || isLocale(given) ? [] : [{ name: 'locale', reason: 'language' }];
}

/** Parameters that nobody knows, and such as mean one thing and are given twice. */
export function keyFaults(
  asked: URLSearchParams,
  { single, several = [] }: { single: readonly string[]; several?: readonly string[] },
): ParameterFault[] {
  const reasonFor = (key: string): ParameterFault['reason'] | null => {
    if (several.includes(key)) return null;
    if (!single.includes(key)) return 'unknown';
    return asked.getAll(key).length > 1 ? 'repeated' : null;
  };
  return [...new Set(asked.keys())].flatMap((key) => {
    const reason = reasonFor(key);
    return reason === null ? [] : [{ name: [...key].slice(0, NAME_SHOWN_MAX).join(''), reason }];
  });
}

/** How many are asked for; `null` where that is no number between 1 and the most. */
export function limitOf(asked: URLSearchParams, { usual, most }: { usual: number; most: number }): number | null {
  const given = asked.get('limit');
  if (given === null) return usual;
  const limit = /^\d{1,4}$/u.test(given) ? Number(given) : 0;
  return limit >= 1 && limit <= most ? limit : null;
}

/** What is wrong with a question, as a problem document (RFC 9457) in the language that is asked for. */
export async function faultyAnswer(locale: Locale, faults: readonly ParameterFault[]): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'OpenData' });
  const errors = faults.map(({ name, reason }) => ({ name, reason: t(`faults.${reason}`) }));
  return problemAnswer(400, {
    title: t('faulty'),
    detail: errors.map(({ name, reason }) => `${name}: ${reason}`).join(' '),
    errors,
  });
}

/** Answers, and turns what fails on the way into a problem document. */
export async function answering(locale: Locale, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (thrown) {
    const t = await getTranslations({ locale, namespace: 'OpenData' });
    if (isProblem(thrown) && thrown.code === 'unavailable') {
      return problemAnswer(503, { title: t('unavailable') }, { 'retry-after': '5' });
    }
    return problemAnswer(500, { title: t('unexpected'), instance: logUnexpected(thrown) });
  }
}

function problemAnswer(
  status: number,
  problem: { title: string; [member: string]: unknown },
  headers: Record<string, string> = {},
): Response {
  const own = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
  const body = JSON.stringify({ type: 'about:blank', status, ...problem });
  return new Response(body, { status, headers: { ...OPEN, ...own, ...headers } });
}
