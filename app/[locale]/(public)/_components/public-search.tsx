import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClientModule } from '#app/client/client-module.tsx';
import type { SuggestionWords } from '#app/client/suggestions.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { FOUND_KINDS, QUERY_LENGTH_MAX, SUGGESTIONS_MAX } from '#features/search/model.ts';
import { DEFAULT_LOCALE, localisePath } from '#i18n/locales.ts';
import { SearchForm } from '#ui/search-form.tsx';

interface PublicSearchProps {
  label: string;
  submit: string;
  placeholder?: string | undefined;
  value?: string | undefined;
  look?: 'primary' | 'saffron' | undefined;
  /** Hidden filters. */
  children?: ReactNode;
}

/** The field that searches the register. It works without script; with one it suggests names while somebody types. */
export function PublicSearch({ look = 'primary', ...rest }: PublicSearchProps) {
  const t = useTranslations('Search');
  const locale = useLocale();
  const words: SuggestionWords = {
    kinds: Object.fromEntries(FOUND_KINDS.map((kind) => [kind, t(`kind.${kind}`)])),
    counts: Array.from({ length: SUGGESTIONS_MAX + 1 }, (_, count) =>
      t('suggestions', { count, n: numberInDigits(count, locale) }),
    ),
    label: t('suggested'),
  };
  const language = locale === DEFAULT_LOCALE ? '' : `locale=${locale}&`;
  return (
    <>
      <SearchForm
        {...rest}
        action={localisePath(locale, '/search')}
        helper={{
          'data-suggest': `/api/v1/suggestions?${language}q=`,
          'data-suggest-words': JSON.stringify(words),
        }}
        look={look}
        maxLength={QUERY_LENGTH_MAX}
      />
      <ClientModule name="suggestions" />
    </>
  );
}
