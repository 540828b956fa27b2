import { useLocale } from 'next-intl';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { useWord } from '#i18n/use-word.ts';

/** The development goals that a partnership serves, with their official numbers. */
export function GoalList({ goals }: { goals: readonly number[] }) {
  const locale = useLocale();
  const goalWord = useWord('sdgs');
  return (
    <ul className="goals">
      {goals.map((goal) => (
        <li key={goal}>
          <span className="goal-number">{numberInDigits(goal, locale)}</span>
          <span className="goal-name">{goalWord(String(goal))}</span>
        </li>
      ))}
    </ul>
  );
}
