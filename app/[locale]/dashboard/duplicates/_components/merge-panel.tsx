import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { mergeRecordsAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { PersonActor } from '#features/ledger/model.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { mayMerge } from '#features/records/policy.ts';
import { type DeskRecord, findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listUses, type Uses } from '#features/records/queries/list-uses.ts';
import { isLocale, type Locale, localisePath } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { RecordName } from '../../_components/record-name.tsx';
import { UsesList } from '../../_components/uses-list.tsx';
import { OtherForm } from './other-form.tsx';

interface MergePanelProps {
  actor: PersonActor;
  one: string;
  /** `null`: still to be named. */
  other: string | null;
}

/** Two records side by side: which one stays, and what would become of all that points to the other. */
export async function MergePanel({ actor, one, other }: MergePanelProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.duplicates')]);
  const [first, second] = await Promise.all([
    findDeskRecord(actor, one),
    other === null ? null : findDeskRecord(actor, other),
  ]);
  if (first === null) return <Unfit text={t('unknown')} />;
  if (!mayMerge(actor)) return <Unfit text={t('forbidden')} />;
  const ways = <OtherForm kind={first.kind} one={one} />;
  if (other === null) return ways;
  if (second === null || second.id === first.id || second.kind !== first.kind) {
    return (
      <>
        <Unfit text={t('unfit')} />
        {ways}
      </>
    );
  }
  const [usesOfFirst, usesOfSecond] = await Promise.all([
    listUses(actor, first.id, locale),
    listUses(actor, second.id, locale),
  ]);
  return (
    <div className="merge-sides">
      <Side goes={second} locale={locale} stays={first} uses={usesOfSecond} />
      <Side goes={first} locale={locale} stays={second} uses={usesOfFirst} />
    </div>
  );
}

function Unfit({ text }: { text: string }) {
  return (
    <Notice kind="warn">
      <p>{text}</p>
    </Notice>
  );
}

interface SideProps {
  stays: DeskRecord;
  goes: DeskRecord;
  /** What points to the one that goes. */
  uses: Uses;
  locale: Locale;
}

async function Side({ stays, goes, uses, locale }: SideProps) {
  const t = await getTranslations('Desk.duplicates');
  const isLost = goes.publishedSlug !== null && stays.publishedSlug === null;
  const [name, gone] = [stays, goes].map((record) => ({ ref: record.ref, title: titleOf(record, locale) }));
  if (name === undefined || gone === undefined) return null;
  return (
    <Panel title={t.rich('keep', { ref: () => <bdi dir="ltr">{stays.ref}</bdi> })}>
      <RecordName record={name} />
      <FactList facts={factsOf(stays, t)} />
      <p>{t.rich('goes', { name: () => <RecordName record={gone} /> })}</p>
      <p>{t('plan', { count: uses.total, published: uses.published })}</p>
      {uses.total === 0 ? null : (
        <details>
          <summary>{t('planList')}</summary>
          <UsesList uses={uses} />
        </details>
      )}
      {isLost ? (
        <Unfit text={t('notPublic')} />
      ) : (
        <DeedForm
          action={mergeRecordsAction}
          hidden={{
            record: goes.id,
            into: stays.id,
            rev: revOf(goes),
            intoRev: revOf(stays),
            submitKey: uuidv7(),
            back: localisePath(locale, '/dashboard/duplicates?done=merge'),
          }}
          label={t('merge', { ref: stays.ref })}
          look="danger"
          words="left"
        >
          <Checkbox defaultChecked id={`names-${stays.ref}`} label={t('takeNames')} name="takeNames" value="on" />
        </DeedForm>
      )}
    </Panel>
  );
}

function factsOf(
  { units, publishedSlug }: DeskRecord,
  t: Awaited<ReturnType<typeof getTranslations<'Desk.duplicates'>>>,
) {
  const facts = units.find(({ scope }) => scope === 'facts')?.content ?? {};
  const shown = ['country', 'latitude', 'longitude', 'wikidata'] as const;
  return [
    { key: 'public', term: t('standing'), value: publishedSlug === null ? t('isDraft') : t('isPublic') },
    ...shown.flatMap((name) =>
      facts[name] === undefined
        ? []
        : [{ key: name, term: t(`facts.${name}`), value: <bdi dir="ltr">{String(facts[name])}</bdi> }],
    ),
  ];
}

function revOf({ units }: DeskRecord): number {
  return units.find(({ scope }) => scope === 'facts')?.headRev ?? 0;
}

function titleOf({ units }: DeskRecord, reader: Locale) {
  const titles = units.flatMap(({ scope, content: { title } }) =>
    isLocale(scope) && typeof title === 'string' ? [[scope, title] as const] : [],
  );
  return nearestText(Object.fromEntries(titles), reader);
}
