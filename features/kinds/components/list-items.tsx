'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { CiteSource } from './cite-source.tsx';
import { Contradictions } from './contradictions.tsx';
import type { ControlProps } from './control-props.ts';
import { useFormView } from './form-view.ts';
import { ListItem } from './list-item.tsx';
import { useFieldTexts } from './use-field-texts.tsx';
import { type ShownItem, useListItems } from './use-list-items.ts';

/** The items of a list of the facts, with room for new ones; without script one more can be added with each save. */
export function ListItems(props: ControlProps) {
  const { field, path, value } = props;
  const t = useTranslations('Desk');
  const { words, claimBearing } = useFormView();
  const texts = useFieldTexts(props);
  const { stored, added, isMoved, fresh, add, move } = useListItems(path, value);
  const [said, setSaid] = useState('');
  const [isOpened, setIsOpened] = useState(false);
  // A list also opens when something is added from elsewhere, and then the focus is wanted there.
  const isPressed = useRef(false);
  const list = words.label(field.name);

  const show = (item: ShownItem, index: number, { all, from }: { all: readonly ShownItem[]; from: number }) => (
    <ListItem
      field={field}
      hasFocus={item.number === fresh || (isOpened && fresh === null && item.isNew && index === 0)}
      index={from + index}
      isFirst={index === 0}
      isLast={index === all.length - 1}
      key={item.number}
      move={(step) => {
        move(item.number, step);
        setSaid(t('items.moved', { position: String(from + index + step + 1), count: from + all.length }));
      }}
      position={isMoved ? from + index : null}
      shown={item}
    />
  );
  return (
    <FieldGroup error={texts.error} hint={texts.hint} id={texts.id} legend={texts.label}>
      {field.name === 'claims' ? <Contradictions /> : null}
      {stored.map((item, index) => show(item, index, { all: stored, from: 0 }))}
      <details
        className="item-new"
        onToggle={(event) => {
          setIsOpened(event.currentTarget.open && isPressed.current);
          isPressed.current = false;
        }}
        open={added.length > 1 || isOpened}
      >
        <summary
          onClick={() => {
            isPressed.current = true;
          }}
        >
          {t('itemAdd', { list })}
        </summary>
        {added.map((item, index) => show(item, index, { all: added, from: stored.length }))}
        <Button className="needs-script" icon="plus" onClick={() => add()}>
          {t('itemAnother')}
        </Button>
      </details>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {field.name === 'parties' && claimBearing.includes('parties') ? <CiteSource path="parties" /> : null}
    </FieldGroup>
  );
}
