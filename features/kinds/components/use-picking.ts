'use client';

import { useLocale } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { KindName } from '#features/records/model.ts';
import type { RecordOption } from '../record-option.ts';
import { fetchOptions } from './fetch-options.ts';

/** Typing on, nobody wants the answer to a part of a word. */
const WAIT_MS = 150;

/** A list of records below a field, and where in it somebody is. */
export interface Picking {
  isOpen: boolean;
  options: readonly RecordOption[];
  /** What the list was asked for. */
  search: string;
  /** The place of the active entry, the offer to make a new record among them; -1: the field itself. */
  active: number;
  /** Asks for what is typed now, after a moment. */
  ask: (typed: string, waitMs?: number) => void;
  close: () => void;
  /** Arrows, Enter and Escape, as the pattern of a combobox has it. */
  press: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface PickingParts {
  field: RefObject<HTMLInputElement | null>;
  kinds: readonly KindName[];
  /** How many entries follow the records. */
  extra: (search: string) => number;
  choose: (at: number) => void;
}

/** The state of a field that offers records while somebody types. */
export function usePicking({ field, kinds, extra, choose }: PickingParts): Picking {
  const locale = useLocale();
  const [found, setFound] = useState<{ options: readonly RecordOption[]; search: string } | null>(null);
  const [active, setActive] = useState(-1);
  const asking = useRef<{ timer?: ReturnType<typeof setTimeout>; asked?: AbortController }>({});
  useEffect(() => {
    const { current } = asking;
    return () => stop(current);
  }, []);

  function ask(typed: string, waitMs = WAIT_MS) {
    stop(asking.current);
    const asked = new AbortController();
    const look = async () => {
      const search = typed.trim();
      const options = await fetchOptions({ kinds, search, locale }, asked.signal);
      if (asked.signal.aborted || document.activeElement !== field.current) return;
      setActive(-1);
      setFound(options === null ? null : { options, search });
    };
    asking.current = { asked, timer: setTimeout(() => void look(), waitMs) };
  }

  function close() {
    stop(asking.current);
    setFound(null);
    setActive(-1);
  }

  const count = found === null ? 0 : found.options.length + extra(found.search);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const deed = deedOf(event.key, { isOpen: found !== null, active, count });
    if (deed === null) return;
    event.preventDefault();
    if (deed === 'open') ask(event.altKey ? event.currentTarget.value : '', 0);
    else if (deed === 'close') close();
    else if (deed === 'choose') choose(active);
    else setActive(deed);
  }

  return {
    isOpen: found !== null,
    options: found?.options ?? [],
    search: found?.search ?? '',
    active,
    ask,
    close,
    press,
  };
}

/** A short name is typed to find its record, not to begin another. */
export function mayBegin(search: string): boolean {
  return search !== '' && !/^[A-Za-z]-?\d{1,9}$/u.test(search);
}

/** What a key does; a number: that entry becomes the active one. */
function deedOf(
  key: string,
  { isOpen, active, count }: { isOpen: boolean; active: number; count: number },
): 'choose' | 'close' | 'open' | number | null {
  const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
  if (!isOpen) return isArrow ? 'open' : null;
  if (key === 'Escape') return 'close';
  if (key === 'Enter') return active < 0 ? null : 'choose';
  if (!isArrow || count === 0) return null;
  const step = key === 'ArrowDown' ? 1 : -1;
  // The field itself is one stop of the round.
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}

function stop({ timer, asked }: { timer?: ReturnType<typeof setTimeout>; asked?: AbortController }): void {
  clearTimeout(timer);
  asked?.abort();
}
