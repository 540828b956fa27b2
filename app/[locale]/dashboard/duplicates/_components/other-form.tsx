import { getLocale, getTranslations } from 'next-intl/server';
import { RecordPicker } from '#features/kinds/components/record-picker.tsx';
import type { KindName } from '#features/records/model.ts';
import { localisePath } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Field, fieldAttributes } from '#ui/field.tsx';

/** Names the second of two records that are one. */
export async function OtherForm({ one, kind }: { one: string; kind: KindName }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.duplicates')]);
  const texts = { id: 'other', label: t('other'), hint: t('otherHint') };
  return (
    <form action={localisePath(locale, '/dashboard/duplicates')} className="unit-form">
      <input name="one" type="hidden" value={one} />
      <Field texts={texts}>
        <RecordPicker {...fieldAttributes(texts)} kinds={[kind]} name="other" />
      </Field>
      <div className="button-row">
        <Button type="submit">{t('compare')}</Button>
      </div>
    </form>
  );
}
