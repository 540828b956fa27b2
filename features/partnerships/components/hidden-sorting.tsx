import { askPartnerships, NOTHING_ASKED, type PartnershipQuestion } from '../list-question.ts';

/** Keeps order and view of the list when its filters are sent. */
export function HiddenSorting({ question: { sort, view } }: { question: PartnershipQuestion }) {
  const kept = askPartnerships({ ...NOTHING_ASKED, sort, view });
  return (['sort', 'view'] as const).map((name) => {
    const value = kept[name];
    return typeof value === 'string' && value !== '' ? (
      <input key={name} name={name} type="hidden" value={value} />
    ) : null;
  });
}
