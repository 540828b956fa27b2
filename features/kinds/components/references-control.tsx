'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { typedTexts } from '../field-values.ts';
import { optionsId, type TextedProps } from './control-props.ts';
import { useFormView } from './form-view.ts';
import { RecordPicker } from './record-picker.tsx';

/** Up to this many records can be overlooked as boxes; more are named one a line. */
const BOXES_MAX = 60;

/** Several other records: boxes to tick where there are few to choose from, otherwise a line for each. */
export function ReferencesControl(props: TextedProps) {
  const { options, wholeKinds } = useFormView();
  const { to = [] } = props.field;
  const offered = options.filter(({ kind }) => to.includes(kind));
  const isWhole = to.every((kind) => wholeKinds.includes(kind));
  if (isWhole && to.length === 1 && offered.length <= BOXES_MAX) return <Boxes {...props} offered={offered} />;
  return <Lines {...props} />;
}

function Boxes({ path, value, texts, offered }: TextedProps & { offered: readonly ReferenceOption[] }) {
  const { posted } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const stored = Array.isArray(value) ? value.map(String) : [];
  const chosen = posted === null ? stored : [...(posted.get(name) ?? [])];
  // What is chosen keeps its order, since the order of the boxes is the order that is saved.
  const rank = ({ id }: ReferenceOption) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  const { hint: _hint, ...own } = texts;
  return (
    <FieldGroup error={own.error} id={own.id} legend={own.label}>
      <div className="tick-columns">
        {offered
          .toSorted((one, other) => rank(one) - rank(other))
          .map(({ id, title }) => (
            <Checkbox
              defaultChecked={chosen.includes(id)}
              id={`${name}.${id}`}
              key={id}
              label={title}
              name={name}
              value={id}
            />
          ))}
      </div>
    </FieldGroup>
  );
}

function Lines({ field, path, value, texts }: TextedProps) {
  const t = useTranslations('Desk');
  const { posted, options, words } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const filled = posted === null ? typedTexts(field, value, options) : [...(posted.get(name) ?? [])];
  const kept = filled.filter((text) => text.trim() !== '');
  const [spare, setSpare] = useState(1);
  return (
    <FieldGroup error={texts.error} hint={texts.hint} id={texts.id} legend={texts.label}>
      {[...kept, ...Array.from({ length: spare }, () => '')].map((text, index) => (
        <RecordPicker
          aria-label={t('item', { list: words.label(field.name), number: String(index + 1) })}
          defaultValue={text}
          key={index}
          kinds={field.to ?? []}
          name={name}
          plainList={optionsId(field)}
        />
      ))}
      <Button className="needs-script" onClick={() => setSpare((count) => count + 1)}>
        {t('itemAnother')}
      </Button>
    </FieldGroup>
  );
}
