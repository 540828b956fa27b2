import { useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { PeriodText } from '#features/records/components/period-text.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { nestedLabel } from '#features/records/nested-labels.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { sourcesAt } from '../sources-of-fact.ts';
import { FactKnown } from './fact-known.tsx';

/** The joint projects with their time. */
export function ProjectList({ partnership }: { partnership: PublishedPartnership }) {
  const t = useTranslations('Partnerships.facts');
  const { labels, projects, textLocale } = partnership;
  return (
    <ul className="dotted">
      {projects.map(({ id, startedOn, endedOn, url }) => {
        const title = nestedLabel(labels, 'projects', { id, field: 'title' });
        const summary = nestedLabel(labels, 'projects', { id, field: 'summary' });
        const name = title === null ? t('projects') : <LocalText words={{ text: title, locale: textLocale }} />;
        return (
          <li key={id}>
            {url === null ? <strong>{name}</strong> : <a href={url}>{name}</a>}{' '}
            {startedOn === null ? null : <PeriodText from={startedOn} until={endedOn} />}
            <SourceMarks
              at={`project-${id}`}
              evidence={partnership}
              sourceIds={sourcesAt(partnership, `projects.${id}`)}
            />
            {summary === null ? null : <TextBlock locale={textLocale}>{isolateRuns(summary, textLocale)}</TextBlock>}
            <FactKnown at={{ path: `projects.${id}` }} fact={name} partnership={partnership} />
          </li>
        );
      })}
    </ul>
  );
}
