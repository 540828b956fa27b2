'use client';

import { useEffect, useState } from 'react';
import { itemsOf } from '#features/records/claims.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import type { Content } from '#features/records/model.ts';
import { isFilledItem, postedItems } from '../posted-items.ts';
import { useFormChanged } from './form-change.ts';
import { useFormView } from './form-view.ts';
import { useListAdding } from './list-adding.ts';

/** One item of a list as the form shows it. */
export interface ShownItem {
  /** Its number in the names of the form. */
  number: number;
  id: string;
  item: Content;
  isNew: boolean;
}

/** The items of a list, with what can be done to them. */
export interface ShownItems {
  stored: ShownItem[];
  added: ShownItem[];
  /** Whether somebody gave them another order; each then says where it stands. */
  isMoved: boolean;
  /** The item that is to get the focus when it appears. */
  fresh: number | null;
  /** @returns the id of the new item */
  add: (values?: Content) => string;
  /** @param step - -1: one place up; 1: one down */
  move: (number: number, step: -1 | 1) => void;
}

/** The items of a list of the facts as they are stored, or as a form brought them back, and those that are added. */
export function useListItems(list: string, value: unknown): ShownItems {
  const { posted, submitKey } = useFormView();
  const changed = useFormChanged();
  const lists = useListAdding();
  const items = itemsOf(value);
  const numbers = posted === null ? items.map((_item, number) => number) : postedItems(posted, list);
  const filled = numbers.filter(
    (number) => posted === null || isFilledItem(posted, `${CONTENT_PREFIX}${list}.${String(number)}.`),
  );
  const first = Math.max(-1, ...numbers) + 1;
  const [values, setValues] = useState<readonly Content[]>([{}]);
  const [order, setOrder] = useState<readonly number[] | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const idOf = (index: number) => freeId(list, submitKey, index);

  const shown: ShownItem[] = [
    ...filled.map((number) => ({
      number,
      id: String(items[number]?.['id'] ?? ''),
      item: items[number] ?? {},
      isNew: false,
    })),
    ...values.map((item, index) => ({ number: first + index, id: idOf(index), item, isNew: true })),
  ];
  const rank = ({ number }: ShownItem) => (order?.includes(number) === true ? order.indexOf(number) : shown.length);
  const ordered = order === null ? shown : shown.toSorted((one, other) => rank(one) - rank(other));

  function add(given: Content = {}): string {
    setValues([...values, given]);
    // What is filled in already needs no hand.
    if (Object.keys(given).length === 0) setFresh(first + values.length);
    else changed();
    return idOf(values.length);
  }
  useEffect(() => lists.open(list, add));

  function move(number: number, step: -1 | 1) {
    const isNew = number >= first;
    const own = ordered.filter((one) => one.isNew === isNew).map((one) => one.number);
    const at = own.indexOf(number);
    const other = own[at + step];
    if (other === undefined) return;
    const swapped = ordered.map((one) => (one.number === number ? other : one.number === other ? number : one.number));
    setOrder(swapped);
    changed();
  }

  return {
    stored: ordered.filter(({ isNew }) => !isNew),
    added: ordered.filter(({ isNew }) => isNew),
    isMoved: order !== null,
    fresh,
    add,
    move,
  };
}

/**
 * A name for a new item that no item ever had: the texts of a deleted item must not turn up under a new one. Made from the
 * key of the form, so that server and browser make the same.
 */
function freeId(list: string, submitKey: string, index: number): string {
  const own = submitKey.replaceAll('-', '').slice(-8).toLowerCase();
  return `${list.charAt(0)}-${own}-${String(index + 1)}`;
}
