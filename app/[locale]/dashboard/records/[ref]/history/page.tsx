import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireStaff } from '#features/accounts/session.ts';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { KIND_NAMES } from '#features/records/model.ts';
import { maySave } from '#features/records/policy.ts';
import { type DeskRecord, type DeskUnit, findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listReferenceOptions } from '#features/records/queries/list-reference-options.ts';
import { HISTORY_PAGE_SIZE, listRevisions } from '#features/records/queries/list-revisions.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { isRef } from '../_components/open-record.ts';
import { readScope } from '../_components/read-scope.ts';
import { RecordHeader } from '../_components/record-header.tsx';
import { type AskedComparison, RevisionComparison } from '../_components/revision-comparison.tsx';
import { usePathNames } from '../_components/use-path-names.ts';
import { AutosavesEntry, type HistoryOf, RevisionEntry } from './_components/revision-entry.tsx';
import { groupTimeline, type TimelineGroup } from './_components/timeline.ts';

type Props = PageProps<'/[locale]/dashboard/records/[ref]/history'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ref }, t] = await Promise.all([params, getTranslations('Desk')]);
  return { title: `${ref} · ${t('history')}` };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ ref }, query, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations('Desk')]);
  const scope = readScope(query['unit'], locale);
  const actor = await requireStaff(`${recordPath(ref)}/history?unit=${scope}`);
  const record = isRef(ref) ? await findDeskRecord(actor, ref) : null;
  if (record === null) notFound();
  const unit = record.units.find((one) => one.scope === scope);
  const name = isLocale(scope) ? LANGUAGE_NAME[scope] : t('facts');
  const comparison = { from: Number(query['from']), to: Number(query['to']), withSame: query['all'] === '1' };
  return (
    <>
      <RecordHeader current={scope} person={actor.id} record={record} view="history" />
      <h2>{t('historyOf', { unit: name })}</h2>
      {unit === undefined ? (
        <EmptyState title={t('historyEmpty')} />
      ) : (
        <Revisions
          actor={actor}
          asked={Number(query['upTo'])}
          comparison={comparison}
          path={pathIn(query['path'])}
          record={record}
          unit={unit}
        />
      )}
    </>
  );
}

/** The place that an address asks for; what cannot be one is none. */
function pathIn(asked: string | string[] | undefined): string | undefined {
  return typeof asked === 'string' && /^[\w.#-]{1,300}$/u.test(asked) ? asked : undefined;
}

/** Whatever may name a record in a content. */
const RECORD_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

interface RevisionsProps {
  actor: PersonActor;
  record: DeskRecord;
  unit: DeskUnit;
  /** The newest revision that the address asks for; anything but a number stands for the newest of all. */
  asked: number;
  comparison: AskedComparison;
  path: string | undefined;
}

async function Revisions({ actor, record, unit, asked, comparison, path }: RevisionsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { scope, headRev } = unit;
  const upTo = newestOf(asked, headRev);
  const page = await listRevisions(actor, { recordId: record.id, scope, upTo, path });
  const chosen = JSON.stringify([unit.content, page]).match(RECORD_ID) ?? [];
  const { options } = await listReferenceOptions(actor, { kinds: [...KIND_NAMES], chosen, locale });
  const history: HistoryOf = {
    record,
    unit,
    options,
    path,
    mayRestore: maySave(actor, scope, record.sourceLocale),
    reader: actor.name,
  };
  const oldest = page.revisions.at(-1)?.n ?? 1;
  const ofPath = path === undefined ? '' : `&path=${encodeURIComponent(path)}`;
  const older = `${recordPath(record.ref)}/history?unit=${scope}&upTo=${String(oldest - 1)}${ofPath}`;
  return (
    <>
      {path === undefined ? (
        <RevisionComparison {...history} actor={actor} asked={comparison} />
      ) : (
        <OnePlace {...history} path={path} />
      )}
      {page.revisions.length === 0 ? <EmptyState title={t('historyEmpty')} /> : null}
      {groupTimeline(page).map((group) => (
        <Group group={group} history={history} key={group.key} />
      ))}
      {page.revisions.length === HISTORY_PAGE_SIZE && oldest > 1 ? (
        <LinkButton href={localisePath(locale, older)}>{t('historyOlder')}</LinkButton>
      ) : null}
    </>
  );
}

/** What cannot be the number of a revision stands for the newest. */
function newestOf(asked: number, headRev: number): number {
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, headRev) : headRev;
}

/** What one person did on one day. */
async function Group({ group: { key, at, author, entries }, history }: { group: TimelineGroup; history: HistoryOf }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  return (
    <section aria-labelledby={`group-${key}`}>
      <h3 className="revision-day" id={`group-${key}`}>
        {t.rich('historyDay', {
          day: momentText(locale, at, 'weekday'),
          by: () => <bdi>{author ?? t('revisionSystem')}</bdi>,
        })}
      </h3>
      <ol className="revisions">
        {entries.map((entry) =>
          'revision' in entry ? (
            <li key={entry.revision.n}>
              <RevisionEntry {...history} revision={entry.revision} />
            </li>
          ) : (
            <li key={entry.folded.newest.n}>
              <AutosavesEntry {...history} folded={entry.folded} />
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** Says that the history is that of one place, and leads to all of it. */
function OnePlace({ path, ...history }: HistoryOf & { path: string }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  const names = usePathNames({ ...history, scope: history.unit.scope });
  const whole = `${recordPath(history.record.ref)}/history?unit=${history.unit.scope}`;
  return (
    <div className="button-row">
      <p>{t('historyOfField', { field: names(path) })}</p>
      <LinkButton href={localisePath(locale, whole)} look="quiet">
        {t('historyWhole')}
      </LinkButton>
    </div>
  );
}
