'use client';

import { useTranslations } from 'next-intl';
import { isPlainObject } from '#features/records/plain-object.ts';
import { FieldGroup } from '#ui/field-group.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldControl } from './field-control.tsx';
import { useFormView } from './form-view.ts';
import { itemName, namedItems } from './item-names.ts';

/** The texts that belong to the items of a list of the facts. */
export function ItemTexts({ field, path, value }: ControlProps) {
  const t = useTranslations('Desk');
  const { facts, words, options, factFields } = useFormView();
  const items = namedItems(facts, field.name);
  const texts = isPlainObject(value) ? value : {};
  return (
    <FieldGroup id={`content.${path}`} legend={words.label(field.name)}>
      {items.length === 0 ? <p className="field-hint">{t('itemsNone')}</p> : null}
      {items.map(({ id, item }) => {
        const own = texts[id];
        const content = isPlainObject(own) ? own : {};
        return (
          <fieldset className="item" key={id}>
            <legend>
              {itemName(
                factFields.find(({ name }) => name === field.name),
                item,
                { words, options },
              )}
            </legend>
            {(field.items ?? []).map((inner) => (
              <FieldControl
                field={inner}
                key={inner.name}
                list={field.name}
                path={`${path}.${id}.${inner.name}`}
                value={content[inner.name]}
              />
            ))}
          </fieldset>
        );
      })}
    </FieldGroup>
  );
}
