'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useRef } from 'react';
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
    <dialog aria-labelledby={`${SHEET}-title`} className="palette" id={SHEET} ref={sheet}>
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

/** The menu goes first, and with it the focus to what opens it: that is where the sheet gives it back. */
function showSheet({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
  const sheet = document.getElementById(SHEET);
  if (sheet instanceof HTMLDialogElement) sheet.showModal();
}
