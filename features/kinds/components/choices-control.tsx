'use client';

import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { typedTexts } from '../field-values.ts';
import type { TextedProps } from './control-props.ts';
import { useFormView } from './form-view.ts';

/** Some of a closed list, as boxes to tick. */
export function ChoicesControl({ field, path, value, texts }: TextedProps) {
  const { posted, options, words } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const chosen = posted === null ? typedTexts(field, value, options) : (posted.get(name) ?? []);
  return (
    <FieldGroup error={texts.error} hint={texts.hint} id={texts.id} legend={texts.label}>
      <div className="tick-columns">
        {(field.choices ?? []).map((choice) => (
          <Checkbox
            defaultChecked={chosen.includes(choice)}
            id={`${name}.${choice}`}
            key={choice}
            label={words.choice(field, choice)}
            name={name}
            value={choice}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
