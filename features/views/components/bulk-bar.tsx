'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Scope } from '#features/records/model.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { BULK_DEEDS, type BulkDeed, type BulkRow, countConcerned, isByPart, planBulk } from '../bulk.ts';
import { BulkResults } from './bulk-results.tsx';
import { useSelection } from './selection.tsx';
import { type BulkRun, useBulkRun } from './use-bulk-run.ts';
import { useIsAwake } from './use-is-awake.ts';

interface BulkBarProps {
  /** The parts about which somebody may do each deed, as far as their roles tell; the command asks for each record. */
  rights: Readonly<Record<BulkDeed, readonly Scope[]>>;
  /** How many records the list holds, and how many of them can be chosen at once. */
  total: number;
  most: number;
  /** Where the rows of all pages come from, and the addresses of records and of the export up to what is chosen. */
  addresses: { rows: string; record: string; export: string };
}

/** What can be done with the chosen rows, what is being done, and what became of it. */
export function BulkBar({ rights, total, most, addresses }: BulkBarProps) {
  const t = useTranslations('Desk.lists');
  const { chosen, choose, fix, isFixed } = useSelection();
  const [deed, setDeed] = useState<BulkDeed | null>(null);
  const run = useBulkRun();
  if (!useIsAwake()) return null;
  const offered = BULK_DEEDS.filter((one) => rights[one].length > 0);

  function start(steps: Parameters<BulkRun['begin']>[0]) {
    fix(true);
    void run.begin(steps).finally(() => fix(false));
  }

  return (
    <section aria-label={t('selection')} className={chosen.length === 0 ? 'bulk' : 'bulk bulk-open'}>
      <p aria-live="polite">{t('selected', { count: chosen.length })}</p>
      {chosen.length === 0 && run.total === 0 ? null : (
        <>
          <div className="button-row">
            {offered.map((one) => (
              <Button
                aria-expanded={deed === one}
                disabled={isFixed || chosen.length === 0}
                key={one}
                onClick={() => setDeed(deed === one ? null : one)}
              >
                {t(`deeds.${one}`)}
              </Button>
            ))}
            {(['csv', 'json'] as const).map((format) => (
              <LinkButton download href={exportAddress(addresses.export, chosen, format)} icon="download" key={format}>
                {t(`exportSelected.${format}`)}
              </LinkButton>
            ))}
            <TakeAll from={addresses.rows} most={most} total={total} />
            <Button disabled={isFixed} look="quiet" onClick={() => choose([])}>
              {t('selectNone')}
            </Button>
          </div>
          {deed === null || chosen.length === 0 ? null : (
            <DeedForm deed={deed} isFixed={isFixed} key={deed} onStart={start} rows={chosen} scopes={rights[deed]} />
          )}
          <BulkResults onRepeat={start} recordPath={addresses.record} run={run} />
        </>
      )}
    </section>
  );
}

interface DeedFormProps {
  deed: BulkDeed;
  rows: readonly BulkRow[];
  scopes: readonly Scope[];
  isFixed: boolean;
  onStart: (steps: Parameters<BulkRun['begin']>[0]) => void;
}

/** Which parts, and in words what will happen before it does. */
function DeedForm({ deed, rows, scopes, isFixed, onStart }: DeedFormProps) {
  const t = useTranslations('Desk.lists');
  const facts = useTranslations('Desk')('facts');
  const [parts, setParts] = useState<readonly Scope[]>([]);
  const { steps, idle } = planBulk(deed, rows, parts);
  const records = rows.length - idle.length;
  return (
    <div className="bulk-deed">
      {isByPart(deed) ? (
        <FieldGroup id="bulk-parts" legend={t('bulkParts')}>
          {scopes.map((scope) => (
            <Checkbox
              checked={parts.includes(scope)}
              disabled={isFixed}
              hint={t(`concerned.${deed}`, { count: countConcerned(deed, rows, scope) })}
              id={`bulk-${scope}`}
              key={scope}
              label={isLocale(scope) ? LANGUAGE_NAME[scope] : facts}
              onChange={() =>
                setParts(parts.includes(scope) ? parts.filter((one) => one !== scope) : [...parts, scope])
              }
            />
          ))}
        </FieldGroup>
      ) : null}
      <p>{t(`will.${deed}`, { count: records })}</p>
      {idle.length > 0 ? <p className="muted">{t('willNot', { count: idle.length })}</p> : null}
      <Button
        disabled={isFixed || steps.length === 0}
        look={deed === 'trash' || deed === 'unpublish' ? 'danger' : 'primary'}
        onClick={() => onStart(steps)}
      >
        {t('start')}
      </Button>
    </div>
  );
}

/** Takes the rows of all pages into the selection, as many as can be taken. */
function TakeAll({ from, total, most }: { from: string; total: number; most: number }) {
  const t = useTranslations('Desk.lists');
  const { page, choose, isFixed } = useSelection();
  const [state, setState] = useState<'failed' | 'idle' | 'loading'>('idle');
  if (total <= page.length) return null;

  async function load() {
    setState('loading');
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(String(answer.status));
      choose(asRows(await answer.json()));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <Button disabled={isFixed || state === 'loading'} look="quiet" onClick={() => void load()}>
        {total > most ? t('selectFirst', { count: most }) : t('selectAll', { count: total })}
      </Button>
      {state === 'failed' ? <p role="alert">{t('selectFailed')}</p> : null}
    </>
  );
}

function exportAddress(address: string, rows: readonly BulkRow[], format: 'csv' | 'json'): string {
  const search = new URLSearchParams({ format, only: rows.map(({ ref }) => ref).join(',') });
  return `${address}${address.includes('?') ? '&' : '?'}${search.toString()}`;
}

/** The desk's own address answers with rows and nothing else. */
function asRows(answer: unknown): BulkRow[] {
  return answer as BulkRow[];
}
