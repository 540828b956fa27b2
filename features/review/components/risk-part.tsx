import { useLocale, useTranslations } from 'next-intl';
import { localisePath } from '#i18n/locales.ts';
import type { Risk, RiskPage } from '../queries/list-risks.ts';
import { RiskLine } from './risk-line.tsx';
import { TodayCard } from './today-card.tsx';

/** Which risks a card is about, the most pressing first. */
export const RISK_CARDS = {
  ending: ['expired', 'expiring'],
  aging: ['contradicted', 'old', 'unchecked'],
} as const satisfies Record<string, readonly Risk[]>;

interface RiskPartProps {
  name: keyof typeof RISK_CARDS;
  risks: RiskPage;
  most: number;
}

/** Published facts that want looking at for reasons of one sort. */
export function RiskPart({ name, risks: { rows, counts }, most }: RiskPartProps) {
  const t = useTranslations('Desk.today');
  const locale = useLocale();
  const own: readonly Risk[] = RISK_CARDS[name];
  const count = own.reduce((sum, risk) => sum + counts[risk], 0);
  const shown = own.flatMap((risk) => rows.filter((row) => row.risk === risk)).slice(0, most);
  return (
    <TodayCard
      empty={t(`empty.${name}`)}
      link={{ href: localisePath(locale, '/dashboard/checks'), text: t('allRisks', { count }) }}
      rows={shown.map((partnership) => ({ key: partnership.id, shown: <RiskLine partnership={partnership} /> }))}
      title={t(`riskCards.${name}`)}
    />
  );
}
