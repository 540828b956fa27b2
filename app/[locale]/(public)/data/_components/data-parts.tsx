import { useLocale, useTranslations } from 'next-intl';
import { localisePath } from '#i18n/locales.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { licenceLink } from '../../_components/licence-link.tsx';
import { PagePart } from '../../_components/page-part.tsx';

/** How programs get the data of the register: addresses, what may be asked, terms. */
export function DataParts() {
  const t = useTranslations('OpenData');
  const locale = useLocale();
  return (
    <div className="page-parts">
      <PagePart id="terms" title={t('terms')}>
        <p>{t.rich('termsText', { licence: licenceLink(locale) })}</p>
        <p>{t('freedom')}</p>
      </PagePart>
      <PagePart id="addresses" title={t('addresses')}>
        <AddressTable />
      </PagePart>
      <PagePart id="questions" title={t('questions')}>
        <p className="part-lead">{t('questionsText')}</p>
        <QuestionTable />
      </PagePart>
      <PagePart id="examples" title={t('examples')}>
        <ul className="stack-small">
          {EXAMPLES.map(({ key, href }) => (
            <li key={key}>
              {t(`example.${key}`)}
              <br />
              <CodeLink href={href} />
            </li>
          ))}
        </ul>
      </PagePart>
      <PagePart id="care" title={t('care')}>
        <p>{t('careText')}</p>
      </PagePart>
    </div>
  );
}

const ADDRESSES = [
  { key: 'partnerships', path: '/api/v1/partnerships', formats: 'JSON, CSV, GeoJSON' },
  { key: 'partnership', path: '/api/v1/partnerships/hamburg-busan', formats: 'JSON, GeoJSON' },
  { key: 'places', path: '/api/v1/places', formats: 'JSON, CSV, GeoJSON' },
  { key: 'place', path: '/api/v1/places/hamburg', formats: 'JSON, GeoJSON' },
  { key: 'search', path: '/api/v1/search?q=hamburg', formats: 'JSON' },
  { key: 'openapi', path: '/api/v1/openapi.json', formats: 'OpenAPI 3.1' },
  { key: 'sitemap', path: '/sitemap.xml', formats: 'XML' },
] as const;
/** Files that there are in each language. */
const IN_LANGUAGES = [
  { key: 'feed', path: '/feed.xml', formats: 'Atom' },
  { key: 'calendar', path: '/calendar.ics', formats: 'iCalendar' },
] as const;

function AddressTable() {
  const t = useTranslations('OpenData');
  const locale = useLocale();
  const all = [...ADDRESSES, ...IN_LANGUAGES.map((one) => ({ ...one, path: localisePath(locale, one.path) }))];
  return (
    <DataTable
      caption={t('addresses')}
      captionHidden
      columns={[
        { key: 'what', label: t('what'), name: t('what') },
        { key: 'address', label: t('address'), name: t('address') },
        { key: 'formats', label: t('formats'), name: t('formats') },
      ]}
      rows={all.map(({ key, path, formats }) => ({
        key,
        cells: [
          t(`of.${key}`),
          <CodeLink href={path} key="address" />,
          <Isolate key="formats" lang="en">
            {formats}
          </Isolate>,
        ],
      }))}
    />
  );
}

/** What the lists of the site and the interface may both be asked, and what the interface takes beside that. */
const KEYS = [
  ...(['type', 'status', 'theme', 'country', 'place', 'programme', 'organisation', 'language', 'check'] as const),
  ...(['from', 'to', 'letter', 'sort', 'limit', 'after', 'format', 'locale'] as const),
];

function QuestionTable() {
  const t = useTranslations('OpenData');
  return (
    <DataTable
      caption={t('questions')}
      captionHidden
      columns={[
        { key: 'name', label: t('name'), name: t('name') },
        { key: 'meaning', label: t('meaning'), name: t('meaning') },
      ]}
      rows={KEYS.map((key) => ({
        key,
        cells: [
          <code dir="ltr" key="name" lang="en">
            {key}
          </code>,
          t(`key.${key}`),
        ],
      }))}
    />
  );
}

const EXAMPLES = [
  { key: 'active', href: '/api/v1/partnerships?country=tr&status=active' },
  { key: 'table', href: '/api/v1/partnerships?format=csv&from=2010&to=2023' },
  { key: 'mapped', href: '/api/v1/places?format=geojson&limit=100' },
] as const;

function CodeLink({ href }: { href: string }) {
  return (
    <a dir="ltr" href={href} lang="en" rel="nofollow">
      <code>{href}</code>
    </a>
  );
}
