'use client';

import type { MouseEvent } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { samePage } from './same-page.ts';

/** A language of the interface. */
export interface LanguageChoice {
  lang: Locale;
  /** In the language itself. */
  name: string;
  /** The first page of the desk in it. */
  href: string;
  current: boolean;
}

/** The languages of the interface: with script the same page in another one, without it the first page of the desk. */
export function InterfaceLanguage({ label, choices }: { label: string; choices: readonly LanguageChoice[] }) {
  return (
    <nav aria-label={label} className="languages">
      <ul>
        {choices.map(({ lang, name, href, current }) => (
          <li key={lang}>
            <a
              aria-current={current ? 'true' : undefined}
              href={href}
              hrefLang={lang}
              lang={lang}
              onClick={(event) => goOn(event, lang)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goOn(event: MouseEvent, lang: Locale): void {
  // Another window is opened as the browser does it.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.location.assign(samePage(window.location, lang));
}
