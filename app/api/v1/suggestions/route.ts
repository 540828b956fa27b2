import { publicPath } from '#features/records/public-path.ts';
import { SEARCH_TAG, SUGGESTIONS_MAX } from '#features/search/model.ts';
import { listSuggestions } from '#features/search/queries/list-suggestions.ts';
import { localisePath } from '#i18n/locales.ts';
import { answering, faultyAnswer, jsonAnswer, keyFaults, languageFaults, languageOf } from '../_components/answers.ts';

export const dynamic = 'force-dynamic';

const KEYS = ['q', 'locale'];

/** What may be meant by the beginning of a word: `?q=&locale=`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const locale = languageOf(asked);
  return answering(locale, async () => {
    const faults = [...keyFaults(asked, { single: KEYS }), ...languageFaults(asked)];
    if (!asked.has('q')) faults.push({ name: 'q', reason: 'missing' });
    if (faults.length > 0) return faultyAnswer(locale, faults);
    const found = await listSuggestions(asked.get('q') ?? '', locale, SUGGESTIONS_MAX);
    const suggestions = found.map(({ slug, type, ...rest }) => ({
      ...rest,
      type,
      href: localisePath(locale, publicPath(type, slug)),
    }));
    return jsonAnswer({ suggestions }, [SEARCH_TAG]);
  });
}
