'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, lazy, type RefObject, Suspense, useId, useRef, useState } from 'react';
import type { KindName } from '#features/records/model.ts';
import { joinClasses } from '#ui/join-classes.ts';
import { Button } from '#ui/button.tsx';
import { optionText } from '../field-values.ts';
import type { RecordOption } from '../record-option.ts';
import { useFormChanged } from './form-change.ts';
import { PickerList } from './picker-list.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { useIsLive } from './use-is-live.ts';
import { mayBegin, type Picking, usePicking } from './use-picking.ts';

/** Few come so far, and then they have a moment. */
const NewRecordDialog = lazy(async () => ({ default: (await import('./new-record-dialog.tsx')).NewRecordDialog }));

interface RecordPickerProps extends Omit<ComponentProps<'input'>, 'ref' | 'role' | 'list'> {
  /** The kinds of record that may be chosen. */
  kinds: readonly KindName[];
  /** A list that the browser itself offers where no script runs. */
  plainList?: string | undefined;
  onPick?: ((option: RecordOption) => void) | undefined;
}

/**
 * A field that names another record: a combobox over the register, which is asked as somebody types. What is sent is the text in
 * the field, so that it works as a plain one as well.
 */
export function RecordPicker({ kinds, plainList, onPick, className, ...rest }: RecordPickerProps) {
  const t = useTranslations('Desk.picker');
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { picking, choose, beginning, end } = useChoosing({ field, kinds, onPick });
  const combobox = useCombobox(picking, listId, plainList);
  return (
    <div className="picker">
      <div className="picker-field">
        <input
          {...rest}
          {...combobox}
          autoComplete="off"
          className={joinClasses('input', className)}
          onBlur={picking.close}
          onInput={(event) => picking.ask(event.currentTarget.value)}
          onKeyDown={picking.press}
          ref={field}
          spellCheck={false}
        />
        <Button
          aria-label={t('show')}
          className="picker-open needs-script"
          icon="chevron-down"
          look="quiet"
          onClick={() => {
            field.current?.focus();
            if (!picking.isOpen) picking.ask('', 0);
          }}
          onMouseDown={(event) => event.preventDefault()}
          // A field has one stop: the arrow keys open the list.
          tabIndex={-1}
        />
      </div>
      <p aria-live="polite" className="sr-only">
        {picking.isOpen ? t('found', { count: picking.options.length }) : ''}
      </p>
      {picking.isOpen ? <PickerList choose={choose} id={listId} picking={picking} /> : null}
      {beginning === null ? null : (
        <Suspense>
          <NewRecordDialog kinds={kinds} name={beginning} onEnd={end} />
        </Suspense>
      )}
    </div>
  );
}

interface Choosing extends Pick<RecordPickerProps, 'kinds' | 'onPick'> {
  field: RefObject<HTMLInputElement | null>;
}

/** The field belongs to the browser: what stands in it is no state of ours. */
function put(input: HTMLInputElement, text: string): void {
  input.value = text;
}

/** What becomes of a choice: a record goes into the field, the last entry begins a new one. */
function useChoosing({ field, kinds, onPick }: Choosing) {
  const changed = useFormChanged();
  const [beginning, setBeginning] = useState<string | null>(null);
  const picking = usePicking({ field, kinds, choose, extra: (search) => Number(mayBegin(search)) });

  function take(option: RecordOption) {
    if (field.current !== null) put(field.current, optionText(option));
    picking.close();
    onPick?.(option);
    changed();
  }

  function choose(at: number) {
    const option = picking.options[at];
    if (option !== undefined) return take(option);
    setBeginning(picking.search);
    picking.close();
  }

  function end(made: RecordOption | null) {
    setBeginning(null);
    if (made !== null) take(made);
  }

  useFocusBack(field, beginning !== null);

  return { picking, choose, beginning, end };
}

/** What the field says about itself: a combobox where script runs, elsewhere a plain field with a list of the browser. */
function useCombobox({ isOpen, active }: Picking, listId: string, plainList: string | undefined) {
  if (!useIsLive()) return { list: plainList };
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-activedescendant': active < 0 ? undefined : `${listId}-${String(active)}`,
  } as const;
}
