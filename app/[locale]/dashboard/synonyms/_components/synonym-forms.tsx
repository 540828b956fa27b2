import { getLocale, getTranslations } from 'next-intl/server';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { removeSynonymsAction, saveSynonymsAction } from '#features/search/actions.ts';
import type { Synonyms } from '#features/search/queries/list-synonyms.ts';
import { LANGUAGE_NAME, LOCALES } from '#i18n/locales.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextInput } from '#ui/text-input.tsx';

interface SynonymFormProps {
  back: string;
  submitKey: string;
  /** The row to change; left out for a new one. */
  row?: Synonyms;
}

/** A term and, line by line, what means the same. */
export async function SynonymForm({ back, submitKey, row }: SynonymFormProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Synonyms')]);
  const seen = row === undefined ? {} : { id: row.id, seen: row.updatedAt };
  const id = row?.id ?? 'new';
  return (
    <DeedForm
      action={saveSynonymsAction}
      hidden={{ ...seen, back: `${back}?done=synonyms&at=${submitKey}`, submitKey }}
      label={row === undefined ? t('add') : t('save')}
      look={row === undefined ? 'primary' : 'secondary'}
    >
      <Select
        choices={LOCALES.map((value) => ({ value, text: LANGUAGE_NAME[value] }))}
        defaultValue={row?.locale ?? locale}
        id={`synonym-locale-${id}`}
        label={t('language')}
        name="locale"
      />
      <TextInput
        defaultValue={row?.term}
        hint={t('termHint')}
        id={`synonym-term-${id}`}
        label={t('term')}
        maxLength={80}
        name="term"
        required={t('required')}
      />
      <TextArea
        defaultValue={row?.others.join('\n')}
        hint={t('othersHint')}
        id={`synonym-others-${id}`}
        label={t('others')}
        name="others"
        required={t('required')}
        rows={3}
      />
    </DeedForm>
  );
}

/** Takes a row away. */
export async function RemoveSynonyms({ id, back, submitKey }: { id: string; back: string; submitKey: string }) {
  const t = await getTranslations('Synonyms');
  return (
    <DeedForm
      action={removeSynonymsAction}
      hidden={{ id, back: `${back}?done=synonymsRemoved`, submitKey }}
      label={t('remove')}
    />
  );
}
