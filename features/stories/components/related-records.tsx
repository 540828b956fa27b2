import { useLocale, useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import type { KindName } from '#features/records/model.ts';
import { type ByLocale, nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { Panel } from '#ui/panel.tsx';
import type { PublishedStory } from '../queries/find-published-story.ts';

type Link = PublishedStory['links'][number];

/** In the order of the box; partnerships stand as cards below the text. */
const KINDS = ['place', 'organisation', 'programme', 'theme'] as const satisfies readonly KindName[];

/** The places, organisations, programmes and fields of cooperation that a story speaks of. */
export function RelatedRecords({ links }: { links: readonly Link[] }) {
  const t = useTranslations('Stories');
  const groups = KINDS.map((kind) => ({
    kind,
    links: links.filter((link) => link.kind === kind && link.slug !== null),
  }));
  const filled = groups.filter((group) => group.links.length > 0);
  if (filled.length === 0) return null;
  return (
    <Panel title={t('related')}>
      {filled.map((group) => (
        <section className="related-group" key={group.kind}>
          <h3 className="kicker">{t(`kinds.${group.kind}`)}</h3>
          <ul>
            {group.links.map(({ id, names, slug }) => (
              <li key={id}>
                <RelatedName kind={group.kind} names={names} slug={slug} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function RelatedName({ kind, names, slug }: { kind: KindName; names: ByLocale; slug: string | null }) {
  const locale = useLocale();
  const words = nearestText(names, locale);
  if (words === null) return null;
  if (slug === null) return <LocalText words={words} />;
  return (
    <a href={localisePath(locale, publicPath(kind, slug))}>
      <LocalText words={words} />
    </a>
  );
}
