import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PeriodText } from '#features/records/components/period-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { otherClaims } from '#features/records/fact-evidence.ts';
import { nestedLabel } from '#features/records/nested-labels.ts';
import { useWord } from '#i18n/use-word.ts';
import { StatusTag } from '#ui/status-tag.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { fieldOfEntry, placeOfEntry, sourcesAt } from '../sources-of-fact.ts';
import type { TimelineItem } from '../timeline.ts';
import { FactKnown } from './fact-known.tsx';
import { FactName } from './fact-name.tsx';
import { OtherAccounts } from './other-accounts.tsx';

interface PartnershipTimelineProps {
  partnership: PublishedPartnership;
  items: readonly TimelineItem[];
}

/** The course of a partnership, each entry with its sources and with what other sources say. */
export function PartnershipTimeline({ partnership, items }: PartnershipTimelineProps) {
  const t = useTranslations('Common');
  if (items.length === 0) return <p className="muted">{t('unknown')}</p>;
  return (
    <Timeline
      entries={items.map((item) => {
        const others = item.kind === 'termEnd' ? [] : otherClaims(partnership, item.path);
        return {
          key: placeOfEntry(item),
          date: item.date === null ? t('undated') : <PeriodText from={item.date} until={item.dateEnd} />,
          title: <EntryTitle item={item} partnership={partnership} />,
          tag: item.kind === 'milestone' ? undefined : <EntryTag item={item} />,
          pending: item.isAhead || item.date === null,
          children:
            // What is known of agreements stands at the agreement itself.
            item.kind === 'agreement' || item.kind === 'termEnd' ? undefined : (
              <>
                <OtherAccounts at={placeOfEntry(item)} claims={others} evidence={partnership} />
                <FactKnown
                  at={{ path: item.path }}
                  fact={<FactName partnership={partnership} path={item.path} />}
                  partnership={partnership}
                />
              </>
            ),
        };
      })}
    />
  );
}

function EntryTitle({ item, partnership }: { item: TimelineItem; partnership: PublishedPartnership }): ReactNode {
  return (
    <>
      <EntryWords item={item} partnership={partnership} />
      <SourceMarks
        at={placeOfEntry(item)}
        evidence={partnership}
        sourceIds={sourcesAt(partnership, item.path, fieldOfEntry(item))}
      />
    </>
  );
}

/** The title that the record gives the entry, else the word for its kind. */
function EntryWords({
  item: { kind, id, word },
  partnership,
}: {
  item: TimelineItem;
  partnership: PublishedPartnership;
}) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  const words = {
    agreement: useWord('agreementKinds'),
    milestone: useWord('milestoneKinds'),
    decision: useWord('statuses'),
  };
  if (kind === 'termEnd') return t('termEnded');
  const list = `${kind}s` as const;
  const field = kind === 'decision' ? 'reason' : 'title';
  const label = nestedLabel(partnership.labels, list, { id, field });
  if (label === null) return <LocalText words={{ text: words[kind](word), locale }} />;
  return <LocalText words={{ text: label, locale: partnership.textLocale }} />;
}

function EntryTag({ item: { kind, word } }: { item: TimelineItem }) {
  const agreementWord = useWord('agreementKinds');
  const statusWord = useWord('statuses');
  if (kind === 'decision') return <StatusTag tone="brick">{statusWord(word)}</StatusTag>;
  return kind === 'agreement' ? <StatusTag tone="harbour">{agreementWord(word)}</StatusTag> : null;
}
