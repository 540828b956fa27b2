'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { foldText } from '#features/search/normalise.ts';

/** Somewhere to go. */
export interface PaletteEntry {
  key: string;
  text: string;
  href: string;
}

interface PaletteProps {
  entries: readonly PaletteEntry[];
  /** Where records lie, up to their short name, such as `/dashboard/records/`. */
  recordsPath: string;
  /** Where words are searched, up to them. */
  searchPath: string;
}

/** A record by its short name, with or without the hyphen, in letters of either case. */
const REF = /^([a-z])-?(\d{1,9})$/iu;

/** Everything that the desk leads to, by a few letters: opened with Ctrl+K on any keyboard. */
export function Palette(props: PaletteProps) {
  const t = useTranslations('Desk.palette');
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setTyped('');
      dialog.current?.showModal();
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  const found = useFound(props, typed.trim());
  return (
    <dialog aria-label={t('title')} className="palette" ref={dialog}>
      <form method="dialog">
        <label className="palette-field">
          <span>{t('label')}</span>
          <input
            autoComplete="off"
            className="input"
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') goTo(event, found[0]?.href);
              else walk(event);
            }}
            type="search"
            value={typed}
          />
        </label>
        <ul className="palette-list">
          {found.map(({ key, href, shown }) => (
            <li key={key}>
              <a href={href} onKeyDown={walk}>
                {shown}
              </a>
            </li>
          ))}
        </ul>
        <p className="small muted">{t.rich('keys', { k: (keys) => <kbd dir="ltr">{keys}</kbd> })}</p>
        <button className="button button-secondary" type="submit">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}

interface Found {
  key: string;
  href: string;
  shown: ReactNode;
}

function useFound({ entries, recordsPath, searchPath }: PaletteProps, typed: string): Found[] {
  const t = useTranslations('Desk.palette');
  const words = foldText(typed);
  const [, letter, number] = REF.exec(typed) ?? [];
  const ref = letter === undefined || number === undefined ? null : `${letter.toUpperCase()}-${number}`;
  const byRef = t.rich('openRef', { ref: () => <bdi dir="ltr">{ref}</bdi> });
  const bySearch = t.rich('search', { words: () => <bdi>{typed}</bdi> });
  return [
    ...(ref === null ? [] : [{ key: 'ref', shown: byRef, href: recordsPath + ref }]),
    ...entries
      .filter(({ text }) => words.every((word) => foldText(text).some((own) => own.includes(word))))
      .map(({ key, text, href }) => ({ key, shown: text, href })),
    ...(typed === '' ? [] : [{ key: 'search', shown: bySearch, href: searchPath + encodeURIComponent(typed) }]),
  ];
}

function goTo(event: ReactKeyboardEvent, href: string | undefined): void {
  event.preventDefault();
  if (href !== undefined) window.location.assign(href);
}

/** The arrows go up and down the list, from its end to the field again. */
function walk(event: ReactKeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const stops = [...(event.currentTarget.closest('dialog')?.querySelectorAll<HTMLElement>('input, li a') ?? [])];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}
