'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, use, useMemo, useRef, useState } from 'react';
import type { BulkRow } from '../bulk.ts';
import { useIsAwake } from './use-is-awake.ts';
import { useListKeys } from './use-list-keys.ts';

/** Which rows of a list are chosen. */
export interface Selection {
  /** The rows of this page. */
  page: readonly BulkRow[];
  chosen: readonly BulkRow[];
  has: (id: string) => boolean;
  /** Takes a row in or out; with `isRange` all rows since the last one that was touched. */
  toggle: (id: string, isRange?: boolean) => void;
  choose: (rows: readonly BulkRow[]) => void;
  /** While a deed runs nothing is chosen or left. */
  isFixed: boolean;
  fix: (isFixed: boolean) => void;
}

const Chosen = createContext<Selection | null>(null);

/** Holds which rows are chosen, and hears the keys that walk through them. */
export function SelectionOfRows({ rows, children }: { rows: readonly BulkRow[]; children: ReactNode }) {
  const [chosen, choose] = useState<readonly BulkRow[]>([]);
  const [isFixed, fix] = useState(false);
  const last = useRef<string | null>(null);
  const toggle = useCallback(
    (id: string, isRange = false) => {
      const from = isRange ? rows.findIndex((row) => row.id === last.current) : -1;
      const to = rows.findIndex((row) => row.id === id);
      last.current = id;
      choose((before) => toggled(before, { rows, from, to }));
    },
    [rows],
  );
  useListKeys(isFixed ? null : toggle);
  const selection = useMemo(
    () => ({
      page: rows,
      chosen,
      has: (id: string) => chosen.some((row) => row.id === id),
      toggle,
      choose,
      isFixed,
      fix,
    }),
    [rows, chosen, toggle, isFixed],
  );
  return <Chosen value={selection}>{children}</Chosen>;
}

/** Which rows are chosen. */
export function useSelection(): Selection {
  const selection = use(Chosen);
  if (selection === null) throw new Error('a selection is used outside of its list');
  return selection;
}

/** The box of one row; there is none before the page is awake, since without script nothing could be done with it. */
export function RowTick({ id, name }: { id: string; name: string }) {
  const t = useTranslations('Desk.lists');
  const isAwake = useIsAwake();
  const { has, toggle, isFixed } = useSelection();
  const isRange = useRef(false);
  if (!isAwake) return null;
  return (
    <input
      aria-label={t('selectRow', { name })}
      checked={has(id)}
      className="row-tick"
      disabled={isFixed}
      onChange={() => toggle(id, isRange.current)}
      onClick={(event) => {
        isRange.current = event.shiftKey;
      }}
      type="checkbox"
    />
  );
}

/** The box that takes all rows of the page in or out. */
export function PageTick() {
  const t = useTranslations('Desk.lists');
  const isAwake = useIsAwake();
  const { page, chosen, has, choose, isFixed } = useSelection();
  if (!isAwake || page.length === 0) return null;
  const isWhole = page.every(({ id }) => has(id));
  return (
    <input
      aria-label={t('selectPage')}
      checked={isWhole}
      className="row-tick"
      disabled={isFixed}
      onChange={() => {
        const others = chosen.filter((row) => page.every(({ id }) => id !== row.id));
        choose(isWhole ? others : [...others, ...page]);
      }}
      type="checkbox"
    />
  );
}

function toggled(
  before: readonly BulkRow[],
  { rows, from, to }: { rows: readonly BulkRow[]; from: number; to: number },
): readonly BulkRow[] {
  const touched = rows[to];
  if (touched === undefined) return before;
  const isChosen = before.some(({ id }) => id === touched.id);
  const range = from === -1 ? [touched] : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  const others = before.filter((row) => range.every(({ id }) => id !== row.id));
  return isChosen ? others : [...others, ...range];
}
