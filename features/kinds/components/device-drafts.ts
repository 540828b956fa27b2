import { del, entries, get, set } from 'idb-keyval';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { isScope, type Scope } from '#features/records/model.ts';

/** The fields of a form, name and value, in their order. */
export type FormValues = readonly (readonly [name: string, value: string])[];

/** What somebody typed and the server does not have yet, kept by their browser. */
export interface DeviceDraft {
  /** The revision that the writer started from. */
  baseRev: number;
  /** When it was typed, as an instant. */
  at: string;
  values: FormValues;
}

/** Whose words, and where. */
export interface DraftPlace {
  person: string;
  record: string;
  scope: Scope;
}

/**
 * Keeps what is typed on this device.
 *
 * @returns whether the browser keeps anything at all: private windows and full disks do not
 */
export async function keepOnDevice(place: DraftPlace, draft: DeviceDraft): Promise<boolean> {
  return attempt(async () => {
    await set(keyOf(place), draft);
    return true;
  }, false);
}

/** What this device keeps for a place. */
export async function findOnDevice(place: DraftPlace): Promise<DeviceDraft | null> {
  return attempt(async () => (await get<DeviceDraft>(keyOf(place))) ?? null, null);
}

/** Forgets what the server has by now, or nobody wants. */
export async function forgetOnDevice(place: DraftPlace): Promise<void> {
  await attempt(async () => del(keyOf(place)), undefined);
}

/** Words that wait on this device, with the name of the text where it has one. */
export interface KeptDraft {
  place: DraftPlace;
  at: string;
  /** Empty where the form has no title, or nobody wrote one. */
  title: string;
}

/** Everything that this device keeps of somebody, the newest first. */
export async function listOnDevice(person: string): Promise<KeptDraft[]> {
  const all = await attempt(async () => entries<string, DeviceDraft>(), []);
  return all
    .flatMap(([key, { at, values }]) => {
      const place = placeOfKey(key);
      if (place?.person !== person) return [];
      const title = values.find(([name]) => name === `${CONTENT_PREFIX}title`)?.[1] ?? '';
      return [{ place, at, title: title.trim() }];
    })
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** The typed fields of a form, as they are kept and sent. */
export function valuesOf(form: FormData): FormValues {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
}

/** Whether two forms say the same: new items without words, and the way in which lines end, say nothing. */
export function saySame(one: FormValues, other: FormValues): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(values: FormValues): string {
  const words = values.filter(([name, value]) => {
    return name.startsWith(CONTENT_PREFIX) && !name.endsWith('.id') && value.trim() !== '';
  });
  return JSON.stringify(words.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}

function keyOf({ person, record, scope }: DraftPlace): string {
  return `draft:${person}:${record}:${scope}`;
}

function placeOfKey(key: string): DraftPlace | null {
  const [kind, person, record, scope] = key.split(':');
  if (kind !== 'draft' || person === undefined || record === undefined || scope === undefined) return null;
  return isScope(scope) ? { person, record, scope } : null;
}

async function attempt<Result>(deed: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await deed();
  } catch {
    return otherwise;
  }
}
