'use client';

import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { isInTable } from '@tiptap/pm/tables';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-glyphs.ts';
import { type Deed, doDeed, isDone } from '../internal/editor-deeds.ts';
import { type Asking, SHORTCUTS } from '../internal/editor-keys.ts';

interface ToolbarProps {
  editor: Editor;
  /** The id of what it works on. */
  controls: string;
  onAsk: (asking: Asking) => void;
  onMarkup: () => void;
}

type Tool = Asking | Deed | 'markup';

const TOOLS: { name: Tool; icon?: IconName; sign?: string }[] = [
  { name: 'bold', sign: 'B' },
  { name: 'link', icon: 'link' },
  { name: 'foreign', icon: 'translate' },
  { name: 'note', icon: 'source' },
  { name: 'heading2', sign: 'H2' },
  { name: 'heading3', sign: 'H3' },
  { name: 'heading4', sign: 'H4' },
  { name: 'bulletList', icon: 'list' },
  { name: 'orderedList', sign: '1.' },
  { name: 'blockquote', sign: '«»' },
  { name: 'table', icon: 'table' },
  { name: 'undo', icon: 'undo' },
  { name: 'redo', icon: 'redo' },
  { name: 'markup', sign: '**' },
];
const TABLE_TOOLS: { name: Tool; sign?: string; icon?: IconName }[] = [
  { name: 'rowAdd' },
  { name: 'rowRemove' },
  { name: 'columnAdd' },
  { name: 'columnRemove' },
  { name: 'tableRemove' },
];
const PRESSABLE = new Set<Tool>(
  'bold link foreign note heading2 heading3 heading4 bulletList orderedList blockquote'
    .split(' ')
    .map((name) => asTool(name)),
);

/** What can be done with the text; one stop of the Tab key, the arrows go along it. */
export function Toolbar({ editor, controls, onAsk, onMarkup }: ToolbarProps) {
  const t = useTranslations('Desk.editor');
  const state = useToolState(editor);
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const tools = state.includes('inTable') ? [...TOOLS, ...TABLE_TOOLS] : TOOLS;
  function press(name: Tool) {
    if (name === 'markup') onMarkup();
    else if (name === 'link' || name === 'foreign' || name === 'note') onAsk(name);
    else {
      doDeed(editor, name);
      editor.view.focus();
    }
  }
  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const to = stepOf(event, { at: Math.min(at, tools.length - 1), count: tools.length });
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus in turn
    <div
      aria-controls={controls}
      aria-label={t('toolbar')}
      className="editor-toolbar"
      onKeyDown={walk}
      ref={bar}
      role="toolbar"
    >
      {tools.map(({ name, icon, sign }, number) => (
        <button
          aria-disabled={(name === 'undo' || name === 'redo') && !state.includes(name) ? true : undefined}
          aria-keyshortcuts={keysOf(name)?.replaceAll('Ctrl', 'Control')}
          aria-label={t(`tools.${name}`)}
          aria-pressed={PRESSABLE.has(name) ? state.includes(name) : undefined}
          className="editor-tool"
          key={name}
          onClick={() => press(name)}
          onFocus={() => setAt(number)}
          // A press takes nothing away from what is selected.
          onMouseDown={(event) => event.preventDefault()}
          tabIndex={number === Math.min(at, tools.length - 1) ? 0 : -1}
          title={[t(`tools.${name}`), keysOf(name)].filter((part) => part !== undefined).join(' · ')}
          type="button"
        >
          {icon === undefined ? <span aria-hidden="true">{sign ?? t(`tools.${name}`)}</span> : <Icon name={icon} />}
        </button>
      ))}
    </div>
  );
}

function keysOf(name: Tool): string | undefined {
  return name === 'markup' ? undefined : SHORTCUTS[name];
}

/** The arrows follow the line of writing. */
function stepOf(event: KeyboardEvent<HTMLElement>, { at, count }: { at: number; count: number }): number | null {
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  const [forward, back] = isMirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (event.key === forward) return (at + 1) % count;
  if (event.key === back) return (at - 1 + count) % count;
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? count - 1 : null;
}

/** What is pressed and possible, drawn anew only where that changes: not at every key. */
function useToolState(editor: Editor): string[] {
  const words = useSyncExternalStore(
    (tell) => {
      editor.on('transaction', tell);
      return () => editor.off('transaction', tell);
    },
    () => stateOf(editor),
  );
  return words.split(' ');
}

function stateOf(editor: Editor): string {
  const { state } = editor;
  const marks = { bold: 'bold', link: 'link', foreign: 'foreign', note: 'sourceNote' };
  return [
    ...Object.entries(marks).flatMap(([tool, mark]) => (editor.isActive(mark) ? [tool] : [])),
    ...TOOLS.flatMap(({ name }) => (name in marks || name === 'markup' || !isDone(state, asDeed(name)) ? [] : [name])),
    ...(undoDepth(state) > 0 ? ['undo'] : []),
    ...(redoDepth(state) > 0 ? ['redo'] : []),
    ...(isInTable(state) ? ['inTable'] : []),
  ].join(' ');
}

/** Tools that ask were left out before. */
function asDeed(name: Tool): Deed {
  return name as Deed;
}

/** The names stand in the list above. */
function asTool(name: string): Tool {
  return name as Tool;
}
