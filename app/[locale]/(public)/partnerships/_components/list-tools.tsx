import { useLocale, useTranslations } from 'next-intl';
import {
  askPartnerships,
  PARTNERSHIP_SORTS,
  PARTNERSHIP_VIEWS,
  type PartnershipQuestion,
} from '#features/partnerships/list-question.ts';
import { localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';

/** The order and the view of the list, as links. */
export function ListTools({ question }: { question: PartnershipQuestion }) {
  const t = useTranslations('Filters');
  const locale = useLocale();
  const hrefOf = (changed: Partial<PartnershipQuestion>) =>
    addressWith(
      localisePath(locale, '/partnerships'),
      askPartnerships({ ...question, after: null, before: null, ...changed }),
    );
  return (
    <div className="list-tools">
      <nav aria-label={t('sort')} className="list-choice">
        <span aria-hidden="true">{t('sort')}</span>
        {PARTNERSHIP_SORTS.map((sort) => (
          <a aria-current={sort === question.sort ? 'true' : undefined} href={hrefOf({ sort })} key={sort}>
            {t(`sorts.${sort}`)}
          </a>
        ))}
      </nav>
      <nav aria-label={t('view')} className="list-choice">
        <span aria-hidden="true">{t('view')}</span>
        {PARTNERSHIP_VIEWS.map((view) => (
          <a aria-current={view === question.view ? 'true' : undefined} href={hrefOf({ view })} key={view}>
            {t(`views.${view}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}
