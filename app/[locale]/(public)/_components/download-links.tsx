import { useLocale, useTranslations } from 'next-intl';
import { DEFAULT_LOCALE, localisePath } from '#i18n/locales.ts';
import { addressWith, type Question } from '#ui/address-with.ts';

interface DownloadLinksProps {
  list: 'partnerships' | 'places';
  /** What the list was asked; the files hold the same records. */
  question: Question;
}

const FORMATS = { json: 'JSON', csv: 'CSV', geojson: 'GeoJSON' } as const;

/** The records of a list as files for programs, and where those are described. */
export function DownloadLinks({ list, question }: DownloadLinksProps) {
  const t = useTranslations('OpenData');
  const locale = useLocale();
  const language = locale === DEFAULT_LOCALE ? '' : locale;
  return (
    <nav aria-label={t('download')} className="small dot-list downloads">
      <span aria-hidden="true">{t('download')}</span>
      {Object.entries(FORMATS).map(([format, name]) => (
        <a
          href={addressWith(`/api/v1/${list}`, {
            ...question,
            format: format === 'json' ? '' : format,
            locale: language,
          })}
          key={format}
          lang="en"
          rel="nofollow"
        >
          <bdi>{name}</bdi>
        </a>
      ))}
      <a href={localisePath(locale, '/data')}>{t('title')}</a>
    </nav>
  );
}
