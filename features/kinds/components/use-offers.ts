'use client';

import { itemsOf } from '#features/records/claims.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { type FormView, useFormView } from './form-view.ts';
import { DATED_FIELDS, itemName, namedItems } from './item-names.ts';
import { itemsInForm } from './live-items.ts';
import { pathName } from './path-name.ts';

/** A value that may be chosen, in words. */
export interface Offer {
  value: string;
  text: string;
}

/** What a field offers: of what is stored, and of what stands in the form; `null` where that adds nothing. */
export interface Offers {
  stored: Offer[];
  inForm: ((form: HTMLFormElement) => Offer[]) | null;
}

/** What may be chosen in a field. */
export function useOffers(field: FieldDescription): Offers {
  const view = useFormView();
  if (field.control === 'fact') return factOffers(view);
  if (field.itemsOf === undefined) {
    const stored = (field.choices ?? []).map((value) => ({ value, text: view.words.choice(field, value) }));
    return { stored, inForm: null };
  }
  return itemOffers(view, field.itemsOf);
}

function itemOffers({ factFields, facts, scope, content, words, options }: FormView, list: string): Offers {
  const description = factFields.find(({ name }) => name === list);
  const stored = namedItems(scope === 'facts' ? content : facts, list).map(({ id, item }) => ({
    value: id,
    text: `${itemName(description, item, { words, options })} (${id})`,
  }));
  const inForm = (form: HTMLFormElement) =>
    itemsInForm(form, list).map(({ id, name }) => ({ value: id, text: `${name} (${id})` }));
  return { stored, inForm };
}

/** The facts that can be claimed: those of one value and the parties by name, the items of lists each by itself and by its dates. */
function factOffers(view: FormView): Offers {
  const { claimBearing, content, factFields, words } = view;
  const isList = (name: string) =>
    name !== 'parties' && factFields.find((field) => field.name === name)?.control === 'list';
  const single = claimBearing.filter((name) => !isList(name)).map((name) => ({ value: name, text: words.label(name) }));
  const lists = claimBearing.filter(isList);
  const offer = (value: string) => ({ value, text: pathName(value, view) });
  const items = lists.flatMap((list) =>
    itemsOf(content[list]).flatMap((item) => {
      const path = `${list}.${String(item['id'])}`;
      const dates = DATED_FIELDS.filter((name) => item[name] !== undefined);
      return [path, ...dates.map((name) => `${path}.${name}`)].map(offer);
    }),
  );
  const inForm = (form: HTMLFormElement) =>
    lists.flatMap((list) =>
      itemsInForm(form, list).flatMap(({ id, name, dates }) => {
        const path = `${list}.${id}`;
        const text = `${words.label(list)} · ${name}`;
        const dated = dates.map((date) => ({ value: `${path}.${date}`, text: `${text} · ${words.label(date, list)}` }));
        return [{ value: path, text }, ...dated];
      }),
    );
  return { stored: [...single, ...items], inForm };
}
