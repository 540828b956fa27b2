'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldControl } from './field-control.tsx';
import { useFormView } from './form-view.ts';
import { itemName } from './item-names.ts';
import type { ShownItem } from './use-list-items.ts';

interface ListItemProps {
  field: ControlProps['field'];
  shown: ShownItem;
  /** Where it stands among the items that are shown. */
  index: number;
  isFirst: boolean;
  isLast: boolean;
  /** Whether the writer has just asked for it. */
  hasFocus: boolean;
  /** The place that it was moved to; `null` while nobody moved anything. */
  position: number | null;
  move: (step: -1 | 1) => void;
}

/** Fields that are what a party itself says, by the list they stand in. */
const OWN_VIEW: Readonly<Record<string, readonly string[]>> = { parties: ['ownType', 'confirmation', 'confirmedOn'] };

/** One item of a list: its fields, what one side says apart from them, its place, and the way out. */
export function ListItem({ field, shown, index, isFirst, isLast, hasFocus, position, move }: ListItemProps) {
  const { posted } = useFormView();
  const { number, isNew } = shown;
  const name = `${CONTENT_PREFIX}${field.name}.${String(number)}`;
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (hasFocus) place.current?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus();
  }, [hasFocus]);
  return (
    <fieldset className="item" id={name} ref={place}>
      <ItemLegend field={field} index={index} shown={shown} />
      <input defaultValue={posted?.get(`${name}.id`)?.[0] ?? shown.id} name={`${name}.id`} type="hidden" />
      {position === null ? null : <input name={`${name}.position`} type="hidden" value={position} />}
      <ItemFields field={field} shown={shown} />
      <div className="item-deeds">
        {isFirst && isLast ? null : <MoveButtons isFirst={isFirst} isLast={isLast} move={move} />}
        {isNew ? null : <RemoveBox isRemoved={posted?.has(`${name}.remove`) ?? false} name={`${name}.remove`} />}
      </div>
    </fieldset>
  );
}

function ItemLegend({ field, shown, index }: Pick<ListItemProps, 'field' | 'index' | 'shown'>) {
  const t = useTranslations('Desk');
  const { words, options } = useFormView();
  const { item, isNew } = shown;
  const called = isNew || Object.keys(item).length < 2 ? '' : itemName(field, item, { words, options });
  return (
    <legend>
      {t('item', { list: words.label(field.name), number: String(index + 1) })}
      {called === '' ? null : <bdi className="item-name">{called}</bdi>}
    </legend>
  );
}

function ItemFields({ field, shown: { number, item } }: Pick<ListItemProps, 'field' | 'shown'>) {
  const t = useTranslations('Desk.items');
  const own = OWN_VIEW[field.name] ?? [];
  const control = (inner: ControlProps['field']) => (
    <FieldControl
      field={inner}
      key={inner.name}
      list={field.name}
      path={`${field.name}.${String(number)}.${inner.name}`}
      value={item[inner.name]}
    />
  );
  const fields = field.items ?? [];
  return (
    <>
      <div className="item-fields">
        {fields.filter((inner) => !own.includes(inner.name)).map((inner) => control(inner))}
      </div>
      {own.length === 0 ? null : (
        <fieldset className="item-own">
          <legend>{t('ownView')}</legend>
          <div className="item-fields">
            {fields.filter((inner) => own.includes(inner.name)).map((inner) => control(inner))}
          </div>
        </fieldset>
      )}
    </>
  );
}

function RemoveBox({ name, isRemoved }: { name: string; isRemoved: boolean }) {
  const t = useTranslations('Desk');
  return (
    <Checkbox
      className="item-remove"
      defaultChecked={isRemoved}
      hint={<span className="item-removed">{t('items.removed')}</span>}
      id={name}
      label={t('itemRemove')}
      name={name}
    />
  );
}

function MoveButtons({ isFirst, isLast, move }: Pick<ListItemProps, 'isFirst' | 'isLast' | 'move'>) {
  const t = useTranslations('Desk.items');
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const moved = useRef<-1 | 1 | null>(null);
  // A browser takes the focus away from what is moved, and a button that leads no further cannot have it.
  useEffect(() => {
    if (moved.current === null) return;
    const wanted = moved.current === -1 ? up.current : down.current;
    const target = wanted?.disabled === true ? (moved.current === -1 ? down.current : up.current) : wanted;
    moved.current = null;
    target?.focus();
  });
  const go = (step: -1 | 1) => {
    moved.current = step;
    move(step);
  };
  return (
    <span className="button-row needs-script">
      <Button disabled={isFirst} icon="arrow-up" look="quiet" onClick={() => go(-1)} ref={up}>
        {t('up')}
      </Button>
      <Button disabled={isLast} icon="arrow-down" look="quiet" onClick={() => go(1)} ref={down}>
        {t('down')}
      </Button>
    </span>
  );
}
