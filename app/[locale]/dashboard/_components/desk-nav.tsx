'use client';

import { useSelectedLayoutSegments } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { REF_LETTER } from '#features/records/model.ts';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-glyphs.ts';

/** A part of the desk in its navigation. */
export interface DeskEntry {
  /** The kind of record where it is a list of these. */
  key: string;
  text: string;
  href: string;
  icon: IconName;
  /** The part of the address behind the desk's own; empty for its first page, `null` for what lies outside of it. */
  segment: string | null;
  /** How much waits behind it, with its words. */
  badge?: ReactNode;
}

/** The parts of the desk; the one that is open is marked, and on phones the focus goes into the drawer and back. */
export function DeskNav({ label, entries }: { label: string; entries: readonly DeskEntry[] }) {
  const place = useRef<HTMLElement>(null);
  const segments = useSelectedLayoutSegments();
  useEffect(() => {
    const drawer = place.current?.closest<HTMLElement>('[popover]');
    const follow = ({ newState }: ToggleEvent) => {
      if (newState === 'open') focusFirst(place.current);
    };
    drawer?.addEventListener('toggle', follow);
    return () => drawer?.removeEventListener('toggle', follow);
  }, []);
  return (
    <nav aria-label={label} className="desk-nav" ref={place}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <a aria-current={currentOf(entry, segments)} href={entry.href}>
              <Icon name={entry.icon} />
              <span>{entry.text}</span>
              {entry.badge === undefined ? null : <span className="desk-badge">{entry.badge}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The open part, or else the first. */
function focusFirst(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current]') ?? nav?.querySelector('a');
  current?.focus();
}

function currentOf(
  { key, segment }: DeskEntry,
  [first = '', second = '']: readonly string[],
): 'page' | true | undefined {
  if (segment === first) return 'page';
  if (first !== 'records') return undefined;
  const kind = Object.entries(REF_LETTER).find(([, letter]) => second.startsWith(`${letter}-`))?.[0];
  return kind === key ? true : undefined;
}
