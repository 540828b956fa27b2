'use client';

import { useTranslations } from 'next-intl';
import { slugOf, slugOfSides } from '#features/records/slug-of.ts';
import type { Locale } from '#i18n/locales.ts';
import { Field, fieldAttributes } from '#ui/field.tsx';
import type { RecordOption } from '../record-option.ts';
import { RecordPicker } from './record-picker.tsx';

/** The sides of a new partnership that were chosen from the list. */
export type Pair = Partial<Record<'one' | 'other', RecordOption>>;

interface NewPairProps {
  onPick: (side: keyof Pair, option: RecordOption) => void;
  problemAt: (path: string) => string | undefined;
  typed: (name: string) => string | undefined;
}

const SIDES = ['one', 'other'] as const;

/** The two sides of a new partnership; they may stay open. */
export function NewPair({ onPick, problemAt, typed }: NewPairProps) {
  const t = useTranslations('Desk.newPair');
  return (
    <div className="item-fields">
      {SIDES.map((side, at) => {
        const path = `parties.${String(at)}.place`;
        const texts = { id: `content.${path}`, label: t(side), hint: t('hint'), error: problemAt(path) };
        return (
          <Field key={side} texts={texts}>
            <input name={`content.parties.${String(at)}.id`} type="hidden" value={`p${String(at + 1)}`} />
            <RecordPicker
              {...fieldAttributes(texts)}
              defaultValue={typed(`content.${path}`) ?? ''}
              kinds={['place']}
              name={`content.${path}`}
              onPick={(option) => onPick(side, option)}
            />
          </Field>
        );
      })}
    </div>
  );
}

/** What a partnership of two chosen sides may be called, in the language of its text; empty until both are chosen. */
export function titleOfPair({ one, other }: Pair, locale: Locale): string {
  if (one === undefined || other === undefined) return '';
  if (locale === 'ar') return `${one.title} و${other.title}`;
  return `${one.title} ${locale === 'de' ? 'und' : 'and'} ${other.title}`;
}

/** The address part that two chosen sides suggest. */
export function slugOfPair({ one, other }: Pair): string {
  if (one === undefined || other === undefined) return '';
  return slugOfSides([one, other].map(({ slug, title }) => slug ?? (slugOf(title) || null)));
}
