'use client';

import { useTranslations } from 'next-intl';
import { useSelectedLayoutSegments } from 'next/navigation';
import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useShortcut } from '#features/kinds/components/use-shortcut.ts';
import { SCOPES } from '#features/records/model.ts';
import { foldText } from '#features/search/normalise.ts';
import { isLocale, LANGUAGE_NAME, type Locale } from '#i18n/locales.ts';
import { Icon } from '#ui/icon.tsx';
import { type OpenedRecord, openedRecords } from './opened-records.ts';
import { samePage } from './same-page.ts';

/** Somewhere to go. */
export interface PaletteEntry {
  key: string;
  text: string;
  href: string;
}

interface PaletteProps {
  /** Whose device this is. */
  person: string;
  entries: readonly PaletteEntry[];
  /** The languages that the interface may change to. */
  languages: readonly { lang: Locale; name: string }[];
  /** Where records lie, up to their short name, such as `/dashboard/records/`. */
  recordsPath: string;
  /** Where words are searched, up to them. */
  searchPath: string;
}

/** A record by its short name, with or without the hyphen, in letters of either case. */
const REF = /^([a-z])-?(\d{1,9})$/iu;
/** More than that nobody reads: another letter is quicker. */
const FOUND_MAX = 8;

/** Everything that the desk leads to, by a few letters; before the first one only what was opened last. */
export function Palette(props: PaletteProps) {
  const t = useTranslations('Desk.palette');
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<readonly OpenedRecord[]>([]);

  function open() {
    if (dialog.current?.open === true) return;
    setTyped('');
    setOpened(openedRecords(props.person));
    dialog.current?.showModal();
  }

  const keys = useShortcut('palette', open);
  return (
    <>
      <button aria-keyshortcuts={keys} className="button button-on-deep needs-script" onClick={open} type="button">
        <Icon name="search" />
        <span className="desk-word">{t('title')}</span>
      </button>
      <dialog aria-label={t('title')} className="palette" ref={dialog}>
        <form method="dialog">
          <Choices {...props} onType={setTyped} opened={opened} typed={typed} />
          <p className="small muted">{t.rich('keys', { k: (name) => <kbd dir="ltr">{name}</kbd> })}</p>
          <button className="button button-secondary" type="submit">
            {t('close')}
          </button>
        </form>
      </dialog>
    </>
  );
}

interface ChoicesProps extends PaletteProps {
  typed: string;
  onType: (typed: string) => void;
  opened: readonly OpenedRecord[];
}

/** The field and what its words lead to. */
function Choices({ typed, onType, opened, ...props }: ChoicesProps) {
  const t = useTranslations('Desk.palette');
  const words = typed.trim();
  const found = useFound(props, words);
  const recent = opened.map(({ ref, title }) => ({
    key: ref,
    href: props.recordsPath + ref,
    shown: nameOf(ref, title),
  }));
  const shown = words === '' ? recent : found;
  return (
    <>
      <label className="palette-field">
        <span>{t('label')}</span>
        <input
          autoComplete="off"
          className="input"
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goTo(event, shown[0]?.href);
            else walk(event);
          }}
          type="search"
          value={typed}
        />
      </label>
      {words === '' && recent.length > 0 ? <p className="small muted palette-group">{t('opened')}</p> : null}
      <ul className="palette-list">
        {shown.map(({ key, href, shown: text }) => (
          <li key={key}>
            <a href={href} onKeyDown={walk}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf(ref: string, title: string): ReactNode {
  return (
    <>
      <bdi>{title}</bdi> <bdi dir="ltr">{ref}</bdi>
    </>
  );
}

interface Found {
  key: string;
  href: string;
  shown: ReactNode;
}

function useFound(props: PaletteProps, typed: string): Found[] {
  const t = useTranslations('Desk.palette');
  const units = useUnits(props.recordsPath);
  if (typed === '') return [];
  const words = foldText(typed);
  const [, letter, number] = REF.exec(typed) ?? [];
  const ref = letter === undefined || number === undefined ? null : `${letter.toUpperCase()}-${number}`;
  const languages = props.languages.map(({ lang, name }) => {
    return { key: `language-${lang}`, text: t('language', { name }), href: samePage(window.location, lang) };
  });
  const matching = [...props.entries, ...units, ...languages]
    .filter(({ text }) => words.every((word) => foldText(text).some((own) => own.includes(word))))
    .map(({ key, text, href }) => ({ key, shown: text, href }));
  const byRef = t.rich('openRef', { ref: () => <bdi dir="ltr">{ref}</bdi> });
  const bySearch = t.rich('search', { words: () => <bdi>{typed}</bdi> });
  return [
    ...(ref === null ? [] : [{ key: 'ref', shown: byRef, href: props.recordsPath + ref }]),
    ...matching.slice(0, FOUND_MAX),
    { key: 'search', shown: bySearch, href: props.searchPath + encodeURIComponent(typed) },
  ];
}

/** The parts of the record that is open. */
function useUnits(recordsPath: string): PaletteEntry[] {
  const t = useTranslations('Desk');
  const [first, ref = '', view] = useSelectedLayoutSegments();
  if (first !== 'records') return [];
  const base = recordsPath + ref + (view === undefined ? '' : `/${view}`);
  return SCOPES.map((scope) => ({
    key: `unit-${scope}`,
    text: t('palette.unit', { name: isLocale(scope) ? LANGUAGE_NAME[scope] : t('facts') }),
    href: `${base}?unit=${scope}`,
  }));
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
