import { useLocale } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { parsePartialDate } from '#features/records/partial-date.ts';
import type { PublishedClaim } from '#features/records/queries/published-evidence.ts';
import { useWord } from '#i18n/use-word.ts';

/** The value of a claim in the reader's words: a kind, a date or a number. */
export function ClaimValue({
  claim: { path, field, value },
}: {
  claim: Pick<PublishedClaim, 'field' | 'path' | 'value'>;
}) {
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const agreementWord = useWord('agreementKinds');
  const statusWord = useWord('statuses');
  if (typeof value === 'number') return numberInDigits(value, locale);
  if (typeof value !== 'string') return null;
  if (path === 'type' || field === 'ownType') return typeWord(value);
  if (field === 'kind') return agreementWord(value);
  if (field === 'status') return statusWord(value);
  return parsePartialDate(value) === null ? <bdi>{value}</bdi> : <DateText date={value} />;
}
