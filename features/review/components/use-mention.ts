'use client';

import { type KeyboardEvent, type RefObject, useState } from 'react';
import { foldName, mentionBegun } from './mention-begun.ts';

/** Somebody who may be named in a comment. */
export interface MentionedColleague {
  id: string;
  name: string;
  email: string;
}

/** Names that are offered while somebody types one. */
export interface Mentioning {
  /** What is typed of a name; `null` where none is being typed. */
  typed: string | null;
  offered: readonly MentionedColleague[];
  chosen: MentionedColleague | undefined;
  /** Ids of those who were chosen, in order. */
  picked: readonly string[];
  look: () => void;
  close: () => void;
  take: (colleague: MentionedColleague) => void;
  steer: (event: KeyboardEvent) => void;
}

const MOST = 6;

/** Offers names in a field: the arrows choose, Enter takes, Escape leaves the text as it is. */
export function useMention(
  colleagues: readonly MentionedColleague[],
  text: RefObject<HTMLTextAreaElement | null>,
): Mentioning {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<string[]>([]);
  const offered = typed === null ? [] : offers(colleagues, typed);
  const chosen = offered[Math.min(at, offered.length - 1)];
  const close = () => setTyped(null);

  function look() {
    const area = text.current;
    setTyped(area === null ? null : mentionBegun(area.value.slice(0, area.selectionStart)));
    setAt(0);
  }

  function take({ id, name }: MentionedColleague) {
    const area = text.current;
    if (area === null || typed === null) return;
    const end = area.selectionStart;
    area.setRangeText(`@${name} `, end - typed.length - 1, end, 'end');
    setPicked([...picked, id]);
    close();
    area.focus();
  }

  function steer(event: KeyboardEvent) {
    if (chosen === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  return { typed, offered, chosen, picked, look, close, take, steer };
}

function offers(colleagues: readonly MentionedColleague[], typed: string): MentionedColleague[] {
  const wanted = foldName(typed);
  return colleagues
    .filter(({ name, email }) => foldName(name).includes(wanted) || email.startsWith(typed))
    .slice(0, MOST);
}
