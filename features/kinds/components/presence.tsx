'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Scope } from '#features/records/model.ts';
import { PRESENCE_EVERY_MS, type Present } from '#features/records/presence.ts';
import { Icon } from '#ui/icon.tsx';
import { IsolatedNames } from './isolated-names.tsx';

interface PresenceProps {
  record: string;
  scope: Scope;
  /** Where it is asked: the page of the record with `/presence`. */
  address: string;
}

/** Who else has this part of the record open: a courtesy, which keeps nobody from writing. Newcomers are announced once. */
export function Presence(props: PresenceProps) {
  const t = useTranslations('Desk.presence');
  const others = usePresence(props);
  const typing = others.filter(({ isTyping }) => isTyping).map(({ name }) => name);
  const open = others.filter(({ isTyping }) => !isTyping).map(({ name }) => name);
  return (
    <div className="presence">
      {typing.length === 0 ? null : (
        <p className="presence-typing">
          <Icon name="edit" />
          <span>{t.rich('typing', { count: typing.length, names: () => <IsolatedNames names={typing} /> })}</span>
        </p>
      )}
      {open.length === 0 ? null : (
        <p>
          <Icon name="eye" />
          <span>{t.rich('open', { count: open.length, names: () => <IsolatedNames names={open} /> })}</span>
        </p>
      )}
      <Newcomers others={others} />
    </div>
  );
}

/** Says each name once, however often its owner stops and begins to type. */
function Newcomers({ others }: { others: readonly Present[] }) {
  const t = useTranslations('Desk.presence');
  const [known, setKnown] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<readonly Present[]>([]);
  const fresh = others.filter(({ name }) => !known.includes(name));
  if (fresh.length > 0) {
    setKnown([...known, ...fresh.map(({ name }) => name)]);
    setSaid(fresh);
  }
  // Who has left is read to nobody who comes past here later.
  const names = said.map(({ name }) => name).filter((name) => others.some((other) => other.name === name));
  const word = said.some(({ isTyping }) => isTyping) ? 'typing' : 'open';
  return (
    <p aria-live="polite" className="presence-said">
      {names.length === 0 ? null : t.rich(word, { count: names.length, names: () => <IsolatedNames names={names} /> })}
    </p>
  );
}

function usePresence({ record, scope, address }: PresenceProps): readonly Present[] {
  const [others, setOthers] = useState<readonly Present[]>([]);
  const { typed, movedAt } = useSignsOfLife();
  useEffect(() => {
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ping() {
      clearTimeout(timer);
      // A page that nobody sees says nothing; whoever comes back says so at once.
      if (document.visibilityState === 'hidden' || ending.signal.aborted) return;
      timer = setTimeout(() => void ping(), PRESENCE_EVERY_MS);
      // A page that somebody left open is no person, and may not keep their session from ending.
      if (performance.now() - movedAt.current > AWAY_MS) return;
      const form = wordOf({ record, scope }, typed.current ? 'typed' : null);
      typed.current = false;
      const answer = await ask(address, form, ending.signal);
      if (answer === 'refused') clearTimeout(timer);
      else if (answer !== null) setOthers((before) => (sameAs(before, answer) ? before : answer));
    }
    const turn = () => void ping();
    const leave = () => void navigator.sendBeacon(address, wordOf({ record, scope }, 'left'));
    void ping();
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    // A page that comes back from the browser's memory is there again.
    window.addEventListener('pageshow', turn);
    return () => {
      ending.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', turn);
      leave();
    };
  }, [record, scope, address, typed, movedAt]);
  return others;
}

interface SignsOfLife {
  /** Whether something was typed in the form of the page since the last time that this was said. */
  typed: RefObject<boolean>;
  /** When a pointer or a key was moved last. */
  movedAt: RefObject<number>;
}

function useSignsOfLife(): SignsOfLife {
  const typed = useRef(false);
  const movedAt = useRef(0);
  useEffect(() => {
    const move = () => {
      movedAt.current = performance.now();
    };
    const type = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.unit-form') !== null) typed.current = true;
    };
    move();
    document.addEventListener('input', type);
    for (const sign of SIGNS) document.addEventListener(sign, move, { passive: true });
    return () => {
      document.removeEventListener('input', type);
      for (const sign of SIGNS) document.removeEventListener(sign, move);
    };
  }, []);
  return { typed, movedAt };
}

const SIGNS = ['input', 'keydown', 'pointermove', 'pointerdown', 'scroll'] as const;
/** After so long without a sign of life a page that is open says nothing more. */
const AWAY_MS = 5 * 60_000;

/** @returns `null` where nobody answered, `refused` for who may not know */
async function ask(address: string, body: FormData, signal: AbortSignal): Promise<Present[] | 'refused' | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body, signal });
    if (answer.ok) return asPresent(await answer.json());
    // Who may not know asks no more, until they come back to the page: they may have signed in elsewhere.
    return answer.status < 500 ? 'refused' : null;
  } catch {
    return null;
  }
}

/** Our own server answers so. */
function asPresent(answer: unknown): Present[] {
  return (answer as { others: Present[] }).others;
}

function wordOf({ record, scope }: { record: string; scope: Scope }, word: 'left' | 'typed' | null): FormData {
  const form = new FormData();
  form.set('record', record);
  form.set('scope', scope);
  if (word !== null) form.set(word, 'on');
  return form;
}

function sameAs(one: readonly Present[], other: readonly Present[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
