import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '#features/kinds/lists.ts';
import { StatusBadge } from '#features/partnerships/components/status-badge.tsx';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { localisePath } from '#i18n/locales.ts';
import type { RiskyPartnership } from '../queries/list-risks.ts';

/** A partnership whose facts want looking at, and why. */
export function RiskLine({ partnership }: { partnership: RiskyPartnership }) {
  const t = useTranslations('Desk.today');
  const locale = useLocale();
  const { changesOn, checkedOn, ref, risk, status, title } = partnership;
  const isEnding = risk === 'expired' || risk === 'expiring';
  return (
    <>
      <a href={localisePath(locale, `${recordPath(ref)}?unit=facts`)}>
        {title === null ? ref : <LocalText words={title} />}
      </a>
      <p className="small dot-list">
        {status === null ? null : (
          <span>
            <StatusBadge status={status} />
          </span>
        )}
        {isEnding && changesOn !== null ? (
          <span>{t.rich(`ends.${risk}`, { date: () => <DateText date={changesOn} /> })}</span>
        ) : null}
        {risk === 'contradicted' || risk === 'unchecked' ? <span>{t(`risks.${risk}`)}</span> : null}
        {risk === 'unchecked' ? null : (
          <span>
            {checkedOn === null
              ? t('neverChecked')
              : t.rich('lastChecked', { date: () => <DateText date={checkedOn} /> })}
          </span>
        )}
      </p>
    </>
  );
}
