import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface DeskShellProps {
  wordmark: ReactNode;
  /** The navigation. */
  nav: ReactNode;
  /** At the end of the bar: the palette, who is signed in. */
  tools?: ReactNode;
  /** The words that open and shut the navigation on phones. */
  words: { open: string; shut: string };
  children: ReactNode;
}

const SIDE = 'desk-side';

/**
 * The frame of the desk: a bar on deep petrol, the navigation at the start edge, the work beside it. On phones the navigation
 * is a drawer, which the browser opens and shuts by itself, with Escape as well; no script is needed.
 */
export function DeskShell({ wordmark, nav, tools, words, children }: DeskShellProps) {
  return (
    <div className="desk">
      <header className="desk-bar on-deep">
        <button className="button button-on-deep desk-open" popoverTarget={SIDE} type="button">
          <Icon name="menu" />
          <span>{words.open}</span>
        </button>
        {wordmark}
        {tools === undefined ? null : <div className="desk-tools">{tools}</div>}
      </header>
      <div className="desk-side on-deep" id={SIDE} popover="auto">
        <button
          className="button button-on-deep desk-shut"
          popoverTarget={SIDE}
          popoverTargetAction="hide"
          type="button"
        >
          <Icon name="close" />
          {words.shut}
        </button>
        {nav}
      </div>
      <div className="desk-work">{children}</div>
    </div>
  );
}
