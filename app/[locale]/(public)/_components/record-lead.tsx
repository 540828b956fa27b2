import { TextBlock } from '#features/records/components/text-block.tsx';
import { TextLanguageNotice } from '#features/records/components/text-language-notice.tsx';
import { languagesOf } from '#i18n/nearest-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';

interface RecordLeadProps {
  /** Whether more text follows. */
  hasBody: boolean;
  lead: string | null;
  /** The language of the text that is shown. */
  textLocale: Locale;
  /** The titles in all languages that have a text. */
  titles: object;
}

/** The summary of a record, and a word on the language of its text where that is not the reader's. */
export function RecordLead({ hasBody, lead, textLocale, titles }: RecordLeadProps) {
  return (
    <div className="page-intro">
      {lead === null && !hasBody ? null : (
        <TextLanguageNotice available={languagesOf(Object.keys(titles))} shown={textLocale} />
      )}
      {lead === null ? null : (
        <TextBlock className="lead" locale={textLocale}>
          <p>{isolateRuns(lead, textLocale)}</p>
        </TextBlock>
      )}
    </div>
  );
}
