import type { OutgoingHttpHeaders } from 'node:http';
import { type Visit, visit } from './visit.ts';

/** A form as a browser without script would post it. */
export interface DeskForm {
  url: string;
  fields: [name: string, value: string][];
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the form of a page that has a field whose name ends as given.
 *
 * @throws Error where the page does not answer 200 or has no such form
 */
export async function readForm(url: string, field: string, headers: OutgoingHttpHeaders = {}): Promise<DeskForm> {
  const { status, text } = await visit(url, { headers });
  if (status !== 200) throw new Error(`${url} answers ${String(status)}`);
  const forms = text.match(/<form\b[\s\S]*?<\/form>/gu) ?? [];
  for (const form of forms) {
    const fields = readFields(form);
    if (fields.some(([name]) => name.endsWith(field))) return { url, fields };
  }
  throw new Error(`${url} has no form with a field ${field}`);
}

/** The same form with another value in the field whose name ends as given. */
export function fillIn(form: DeskForm, values: Record<string, string>): DeskForm {
  const fields = form.fields.map(([name, value]): [string, string] => {
    const filled = Object.entries(values).find(([field]) => name.endsWith(field));
    return [name, filled?.[1] ?? value];
  });
  return { ...form, fields };
}

/** Posts a form; a browser would name its own page as the origin. */
export async function post({ url, fields }: DeskForm, headers: OutgoingHttpHeaders = {}): Promise<Visit> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const own = {
    origin: new URL(url).origin,
    'content-type': encoded.headers.get('content-type') ?? '',
    'content-length': body.length,
  };
  return visit(url, { method: 'POST', headers: { ...own, ...headers }, body, timeoutMs: 40_000 });
}

/**
 * Signs somebody in through the form.
 *
 * @returns the cookie to send
 * @throws Error where that is refused
 */
export async function signIn(front: string, { email, password }: { email: string; password: string }): Promise<string> {
  const form = await readForm(`${front}/sign-in`, 'password');
  const { headers, status } = await post(fillIn(form, { email, password }));
  const cookies = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length === 0) throw new Error(`signing in gave no cookie (${String(status)})`);
  return cookies.join('; ');
}

function readFields(form: string): [string, string][] {
  const inputs = [...form.matchAll(/<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gu)];
  return inputs.flatMap(([, input, area, text = '']): [string, string][] => {
    const attributes = input ?? area ?? '';
    const name = attributeOf(attributes, 'name');
    const isOff = /type="(?:checkbox|radio)"/u.test(attributes) && !/\bchecked\b/u.test(attributes);
    if (name === null || isOff) return [];
    const value = input === undefined ? unescape(text.replace(/^\n/u, '')) : (attributeOf(attributes, 'value') ?? '');
    return [[name, value]];
  });
}

function attributeOf(attributes: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1];
  return value === undefined ? null : unescape(value);
}

function unescape(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, named = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return NAMED[String(named)] ?? whole;
  });
}
