import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { unpublishUnitsAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { Uses } from '#features/records/queries/list-uses.ts';
import { FALLBACK, isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { UsesList } from '../../../_components/uses-list.tsx';
import { inOrder, UnitName } from './unit-name.tsx';

interface WithdrawFormProps {
  record: DeskRecord;
  scope: Scope;
  back: string;
  /** What points to the record. */
  uses: Uses;
}

/** What readers have of the record and may be taken away from them, each with what they get then. */
export async function WithdrawForm({ record, scope, back, uses }: WithdrawFormProps) {
  const t = await getTranslations('Desk');
  const published = inOrder(record.units).filter(({ publishedRev }) => publishedRev !== null);
  if (published.length === 0) return null;
  const scopes = published.map((one) => one.scope);
  return (
    <details>
      <summary>{t('unpublish')}</summary>
      <DeedForm
        action={unpublishUnitsAction}
        hidden={{ record: record.id, submitKey: uuidv7(), back }}
        label={t('unpublish')}
        look="danger"
      >
        <p className="field-hint">{t('unpublishHint')}</p>
        <UsesList isPublicOnly uses={uses} />
        {scopes.map((one) => (
          <Checkbox
            defaultChecked={one === scope && scope !== 'facts'}
            hint={<WithdrawOutcome published={scopes} scope={one} />}
            id={`unpublish-${one}`}
            key={one}
            label={<UnitName scope={one} />}
            name="scope"
            value={one}
          />
        ))}
      </DeedForm>
    </details>
  );
}

async function WithdrawOutcome({ scope, published }: { scope: Scope; published: readonly Scope[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.releasing')]);
  if (!isLocale(scope)) return t('unpublishFacts');
  const nearest = FALLBACK[scope].find((other) => other !== scope && published.includes(other));
  if (nearest === undefined) return t('unpublishLast');
  return t('unpublishText', {
    language: new Intl.DisplayNames(locale, { type: 'language' }).of(nearest) ?? LANGUAGE_NAME[nearest],
  });
}
