import type { KindName } from '#features/records/model.ts';
import { localisePath, type Locale } from '#i18n/locales.ts';
import type { RecordOption } from '../record-option.ts';

/** What a field asks for. */
export interface OptionQuestion {
  kinds: readonly KindName[];
  search: string;
  locale: Locale;
  /** As it was typed. */
  near?: { latitude: string; longitude: string } | undefined;
}

/** A short name at the end of what a field shows, `Hamburg (C-101)`: it says more than the words before it. */
const REF_AT_END = /(?:^|[\s(])([A-Za-z]-\d{1,9})\)?\s*$/u;

/**
 * The records that somebody may mean by what they typed.
 *
 * @returns `null` where no answer came: the field then stays a field like any other
 */
export async function fetchOptions(question: OptionQuestion, signal?: AbortSignal): Promise<RecordOption[] | null> {
  const { kinds, search, locale, near } = question;
  const asked = new URLSearchParams(kinds.map((kind) => ['kind', kind]));
  asked.set('q', REF_AT_END.exec(search)?.[1] ?? search);
  if (near !== undefined) for (const [name, value] of Object.entries(near)) asked.set(name, value);
  try {
    const address = `${localisePath(locale, '/dashboard/options')}?${asked.toString()}`;
    const answer = await fetch(address, signal === undefined ? {} : { signal });
    return answer.ok ? asOptions(await answer.json()) : null;
  } catch {
    return null;
  }
}

/** The address answers in this shape and no other. */
function asOptions(answer: unknown): RecordOption[] {
  return answer as RecordOption[];
}
