'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { itemsOf } from '#features/records/claims.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Button } from '#ui/button.tsx';
import { useFormView } from './form-view.ts';
import { useListAdding } from './list-adding.ts';
import { useFocusBack } from './use-focus-back.ts';
import type { Offer } from './use-offers.ts';

/** Few come so far, and then they have a moment. */
const CiteDialog = lazy(async () => ({ default: (await import('./cite-dialog.tsx')).CiteDialog }));

/** Who says so: what is claimed of a fact already, and a way to cite one more source without leaving the field. */
export function CiteSource({ path }: { path: string }) {
  const t = useTranslations('Desk.cite');
  const { content } = useFormView();
  const lists = useListAdding();
  const [cited, setCited] = useState<readonly string[]>([]);
  const sources = new Map(
    itemsOf(content['sources']).map((source) => [source['id'], String(source['publisher'] ?? '')]),
  );
  const stored = itemsOf(content['claims']).filter((claim) => claim['path'] === path && claim['accepted'] === true);
  const named = [...new Set([...stored.map((claim) => sources.get(claim['sourceId']) ?? ''), ...cited])];
  const known = named.filter((name) => name !== '');

  function cite(source: Offer, isChecked: boolean) {
    const checked = isChecked ? { checkedOn: siteDayOf(new Date()) } : {};
    lists.add('claims', { path, sourceId: source.value, accepted: true, ...checked });
    setCited([...cited, source.text]);
  }

  return (
    <div className="cite">
      <p aria-live="polite">
        {known.length === 0
          ? t('none')
          : t.rich('known', { count: known.length, names: () => <bdi>{known.join(' · ')}</bdi> })}
        {cited.length === 0 ? null : <span className="cite-news"> {t('added')}</span>}
      </p>
      <Opener label={t('open')} onCite={cite} offersStored />
    </div>
  );
}

/** A way to add a source where one is to be chosen. */
export function NewSource({ onAdd }: { onAdd: (source: Offer) => void }) {
  const t = useTranslations('Desk.cite');
  return <Opener label={t('openNew')} offersStored={false} onCite={onAdd} />;
}

interface OpenerProps {
  label: string;
  /** Whether a source of the form may be chosen as well. */
  offersStored: boolean;
  onCite: (source: Offer, isChecked: boolean) => void;
}

function Opener({ label, offersStored, onCite }: OpenerProps) {
  const lists = useListAdding();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useFocusBack(button, isOpen);
  return (
    <>
      <Button className="needs-script" icon="source" onClick={() => setIsOpen(true)} ref={button}>
        {label}
      </Button>
      {isOpen ? (
        <Suspense>
          <CiteDialog
            form={() => button.current?.form ?? null}
            offersStored={offersStored}
            onEnd={(answer) => {
              setIsOpen(false);
              if (answer !== null) {
                const { isChecked, name, ...given } = answer;
                const id = 'id' in given ? given.id : lists.add('sources', given.source);
                if (id !== null) onCite({ value: id, text: name }, isChecked);
              }
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
