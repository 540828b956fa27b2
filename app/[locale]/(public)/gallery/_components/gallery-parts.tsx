import { getTranslations } from 'next-intl/server';
import { PARTNERSHIP_STATUSES } from '#features/vocabulary/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { FigureRow } from '#ui/figure-row.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { networkSeal, pairSeal } from '#ui/seal-geometry.ts';
import { Seal } from '#ui/seal.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { Select } from '#ui/select.tsx';
import { SourceNote } from '#ui/source-note.tsx';
import { StatusTag, type StatusTone } from '#ui/status-tag.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Timeline } from '#ui/timeline.tsx';

interface GalleryPartsProps {
  /** The language of the words, which need not be that of the page. */
  locale: Locale;
  /** Keeps the anchors of the pieces apart. */
  prefix: string;
}

const TONES: readonly StatusTone[] = ['harbour', 'ok', 'note', 'warn', 'brick', 'error', 'plain'];
const SHAPES = [networkSeal(1), pairSeal({ bearing: 46, distanceKm: 8546 }), networkSeal(3), networkSeal(5)];

/** The parts of `ui/` that public pages are made of. The words are those of the pages. */
export async function GalleryParts({ locale, prefix }: GalleryPartsProps) {
  const t = await getTranslations({ locale });
  return (
    <>
      <SectionHeading more={{ href: '#main', text: t('Home.allPartnerships') }}>
        {t('Home.partnerships')}
      </SectionHeading>
      <p className="lead">
        {t('Home.lead')}
        <SourceNote href="#main" label={`${t('Sources.mark', { number: '1' })} (${prefix})`} number="1" />
      </p>
      <div className="chips">
        {SHAPES.map((shape, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the shapes never change their order
          <Seal key={at} shape={shape} />
        ))}
      </div>
      <div className="chips">
        {PARTNERSHIP_STATUSES.map((status, at) => (
          <StatusTag key={status} tone={TONES[at] ?? 'plain'}>
            {t(`Vocabulary.statuses.${status}`)}
          </StatusTag>
        ))}
      </div>
      <GalleryRecords locale={locale} prefix={prefix} />
      <GalleryControls locale={locale} prefix={prefix} />
      <GalleryMessages locale={locale} />
    </>
  );
}

async function GalleryRecords({ locale, prefix }: GalleryPartsProps) {
  const t = await getTranslations({ locale });
  const chips = <Chip count="3">{t('Navigation.themePages')}</Chip>;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { key: 'home', text: t('Navigation.home'), href: '#main' },
          { key: 'here', text: t('Navigation.places') },
        ]}
        label={`${t('Navigation.breadcrumb')} (${prefix})`}
      />
      {(['harbour', 'brick', 'ink'] as const).map((rule) => (
        <Card
          aside={t('Common.distance', { distance: '8,546' })}
          emblem={<Seal shape={pairSeal({ bearing: 46 })} />}
          footer={chips}
          href="#main"
          key={rule}
          kicker={t('Vocabulary.partnershipTypes.twinning')}
          rule={rule}
          title={t('Home.title')}
        >
          {t('Common.siteDescription')}
        </Card>
      ))}
      <FactList
        facts={[
          { key: 'type', term: t('MapPage.type'), value: t('Vocabulary.partnershipTypes.twinning') },
          { key: 'distance', term: t('MapPage.distance'), value: t('MapPage.unknown') },
        ]}
      />
      <FigureRow figures={[{ key: 'p', value: '3', label: t('Home.figurePartnerships', { count: 3 }) }]} />
      <Timeline
        entries={[
          { key: 'one', date: '1995', title: t('Vocabulary.agreementKinds.contract') },
          { key: 'two', date: '2022', title: t('Vocabulary.agreementKinds.renewal'), pending: true },
        ]}
      />
    </>
  );
}

async function GalleryControls({ locale, prefix }: GalleryPartsProps) {
  const t = await getTranslations({ locale });
  return (
    <>
      <TextInput hint={t('Home.searchExample')} id={`${prefix}-text`} label={t('Home.search')} name="text" />
      <TextInput error={t('MapPage.ignored')} id={`${prefix}-wrong`} label={t('MapPage.country')} name="wrong" />
      <Select choices={[]} id={`${prefix}-select`} label={t('MapPage.theme')} name="select" none={t('MapPage.all')} />
      <Checkbox count="12" id={`${prefix}-tick`} label={t('Navigation.countries')} name="tick" />
      <Checkbox id={`${prefix}-radio`} kind="radio" label={t('Navigation.programmes')} name="radio" />
      <div className="button-row">
        {(['primary', 'secondary', 'quiet', 'danger'] as const).map((look) => (
          <Button key={look} look={look}>
            {t('MapPage.apply')}
          </Button>
        ))}
      </div>
      <Pagination
        label={`${t('Navigation.register')} (${prefix})`}
        next={{ href: '#main', text: t('Navigation.stories') }}
        position="3"
        previous={{ href: '#main', text: t('Navigation.places') }}
      />
    </>
  );
}

async function GalleryMessages({ locale }: Pick<GalleryPartsProps, 'locale'>) {
  const t = await getTranslations({ locale });
  return (
    <>
      {(['note', 'ok', 'warn', 'error'] as const).map((kind) => (
        <Notice key={kind} kind={kind} title={t('Home.empty')}>
          <p>{t('Home.emptyText')}</p>
        </Notice>
      ))}
      <EmptyState level={3} title={t('Home.empty')}>
        <p>{t('Home.emptyText')}</p>
      </EmptyState>
    </>
  );
}
