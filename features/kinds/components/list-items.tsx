'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { itemsOf } from '#features/records/claims.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import type { Content } from '#features/records/model.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { postedItems } from '../posted-items.ts';
import type { ControlProps } from './control-props.ts';
import { FieldControl } from './field-control.tsx';
import { useFormView } from './form-view.ts';
import { useFieldTexts } from './use-field-texts.tsx';

/** The items of a list of the facts, with room for new ones; without script one more can be added with each save. */
export function ListItems(props: ControlProps) {
  const { field, path, value } = props;
  const t = useTranslations('Desk');
  const { words, posted, submitKey } = useFormView();
  const texts = useFieldTexts(props);
  const items = itemsOf(value);
  const numbers = posted === null ? items.map((_item, number) => number) : postedItems(posted, path);
  const filled = numbers.filter((number) => posted === null || isFilled(posted, `${CONTENT_PREFIX}${path}.${number}.`));
  const [spare, setSpare] = useState(1);
  const first = Math.max(-1, ...numbers) + 1;
  const ids = freeIds(path, submitKey, spare);
  return (
    <FieldGroup error={texts.error} hint={texts.hint} id={texts.id} legend={texts.label}>
      {filled.map((number, index) => (
        <Item
          field={field}
          id={String(items[number]?.['id'] ?? '')}
          index={index}
          item={items[number] ?? {}}
          key={number}
          number={number}
        />
      ))}
      <details className="item-new" open={spare > 1}>
        <summary>{t('itemAdd', { list: words.label(field.name) })}</summary>
        {ids.map((id, index) => (
          <Item field={field} id={id} index={filled.length + index} isNew item={{}} key={id} number={first + index} />
        ))}
        <Button className="needs-script" onClick={() => setSpare((count) => count + 1)}>
          {t('itemAnother')}
        </Button>
      </details>
    </FieldGroup>
  );
}

interface ItemProps {
  field: ControlProps['field'];
  id: string;
  /** Where it stands among the items that are shown. */
  index: number;
  item: Content;
  /** Its number in the names of the form. */
  number: number;
  isNew?: boolean;
}

function Item({ field, id, index, item, number, isNew = false }: ItemProps) {
  const t = useTranslations('Desk');
  const { words, posted } = useFormView();
  const path = `${field.name}.${number}`;
  const name = `${CONTENT_PREFIX}${path}`;
  return (
    <fieldset className="item" id={name}>
      <legend>{t('item', { list: words.label(field.name), number: String(index + 1) })}</legend>
      <input defaultValue={posted?.get(`${name}.id`)?.[0] ?? id} name={`${name}.id`} type="hidden" />
      <div className="item-fields">
        {(field.items ?? []).map((inner) => (
          <FieldControl
            field={inner}
            key={inner.name}
            list={field.name}
            path={`${path}.${inner.name}`}
            value={item[inner.name]}
          />
        ))}
      </div>
      {isNew ? null : (
        <Checkbox
          defaultChecked={posted?.has(`${name}.remove`) ?? false}
          id={`${name}.remove`}
          label={t('itemRemove')}
          name={`${name}.remove`}
        />
      )}
    </fieldset>
  );
}

function isFilled(posted: ReadonlyMap<string, readonly string[]>, prefix: string): boolean {
  return [...posted].some(
    ([name, values]) =>
      name.startsWith(prefix) && name !== `${prefix}id` && values.some((value) => value.trim() !== ''),
  );
}

/**
 * Names for new items that no item ever had: the texts of a deleted item must not turn up under a new one. Made from the
 * key of the form, so that server and browser make the same.
 */
function freeIds(list: string, submitKey: string, count: number): string[] {
  const own = submitKey.replaceAll('-', '').slice(-8).toLowerCase();
  return Array.from({ length: count }, (_, index) => `${list.charAt(0)}-${own}-${String(index + 1)}`);
}
