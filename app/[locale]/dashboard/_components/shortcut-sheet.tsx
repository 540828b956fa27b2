'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useShortcut, useShortcutsOff } from '#features/kinds/components/use-shortcut.ts';
import { isOff, SHORTCUT_NAMES, SHORTCUTS, switchShortcut } from '#features/kinds/shortcuts.ts';
import { Button } from '#ui/button.tsx';

const SHEET = 'shortcut-sheet';

/** All shortcuts of the desk, each to be switched off. */
export function ShortcutSheet() {
  const t = useTranslations('Desk.shortcuts');
  const sheet = useRef<HTMLDialogElement>(null);
  const off = useShortcutsOff();
  useShortcut('sheet', () => sheet.current?.showModal());
  return (
    <dialog aria-labelledby={`${SHEET}-title`} className="palette" id={SHEET} onClose={giveBackFocus} ref={sheet}>
      <form method="dialog">
        <h2 id={`${SHEET}-title`}>{t('title')}</h2>
        <p className="small muted">{t('hint')}</p>
        <ul className="shortcut-list">
          {SHORTCUT_NAMES.map((name) => (
            <li key={name}>
              <label>
                <input
                  checked={!isOff(off, name)}
                  onChange={({ currentTarget: { checked } }) => switchShortcut(name, checked)}
                  type="checkbox"
                />
                <span>{t(`names.${name}`)}</span>
              </label>
              <kbd dir="ltr">{SHORTCUTS[name].keys}</kbd>
            </li>
          ))}
        </ul>
        <Button type="submit">{t('close')}</Button>
      </form>
    </dialog>
  );
}

/** Opens the sheet by hand. */
export function ShortcutButton() {
  const t = useTranslations('Desk.shortcuts');
  const aria = useShortcutsOff();
  return (
    <Button
      aria-keyshortcuts={isOff(aria, 'sheet') ? undefined : SHORTCUTS.sheet.aria}
      className="needs-script"
      icon="key"
      look="quiet"
      onClick={showSheet}
    >
      {t('title')}
    </Button>
  );
}

function showSheet(): void {
  const sheet = document.getElementById(SHEET);
  if (sheet instanceof HTMLDialogElement) sheet.showModal();
}

/** The button that opened the sheet went away with its menu: the focus goes to what opens that. */
function giveBackFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) {
    document.querySelector<HTMLElement>('.desk-account')?.focus();
  }
}
