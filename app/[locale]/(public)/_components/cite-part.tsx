import { useLocale, useTranslations } from 'next-intl';
import { bibtexOf } from '#features/records/cite.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { ReleaseList } from '#features/records/components/release-list.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import type { ReleaseHistory } from '#features/records/queries/find-release-history.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { localisePath, type Locale } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Isolate } from '#ui/isolate.tsx';
import { PagePart } from './page-part.tsx';

interface CitePartProps {
  record: { ref: string; title: string; textLocale: Locale };
  history: ReleaseHistory;
}

/** How to cite a record in the version that stands here, and what was released before. A press on a text marks all of it. */
export function CitePart({ record: { ref, title, textLocale }, history }: CitePartProps) {
  const t = useTranslations('Cite');
  const past = useTranslations('History');
  const locale = useLocale();
  const [newest] = history.releases;
  if (newest === undefined) return null;
  const day = siteDayOf(new Date(newest.at));
  const url = wholeAddress(localisePath(locale, `/r/${ref}`));
  return (
    <>
      <PagePart id="cite" title={t('title')}>
        <p className="cite-text">
          {t.rich('text', {
            title: () => <LocalText words={{ text: title, locale: textLocale }} />,
            reference: () => <Isolate>{ref}</Isolate>,
            n: numberInDigits(history.version, locale),
            date: () => <DateText date={day} />,
            address: () => <Isolate>{url}</Isolate>,
          })}
        </p>
        <details className="fold">
          <summary>
            <Isolate lang="en">{t('bibtex')}</Isolate>
          </summary>
          <pre className="cite-text" dir="ltr" lang="en">
            {bibtexOf({ title, ref, version: history.version, day, url })}
          </pre>
        </details>
      </PagePart>
      <PagePart id="history" title={past('title')}>
        <ReleaseList history={history} />
      </PagePart>
    </>
  );
}
