import { getTranslations } from 'next-intl/server';
import type { Uses } from '#features/records/queries/list-uses.ts';
import { Notice } from '#ui/notice.tsx';
import { RecordName } from './record-name.tsx';

interface UsesListProps {
  uses: Uses;
  /** Only what readers follow stands in the way of a withdrawal. */
  isPublicOnly?: boolean;
}

/** What points to a record, before it is taken away. */
export async function UsesList({ uses, isPublicOnly = false }: UsesListProps) {
  const t = await getTranslations('Desk.uses');
  const { total, published } = uses;
  const rows = isPublicOnly ? uses.rows.filter(({ isPublic }) => isPublic) : uses.rows;
  const count = isPublicOnly ? published : total;
  if (count === 0) return null;
  return (
    <Notice kind="warn" title={isPublicOnly ? t('published', { count }) : t('all', { count })}>
      <ul className="uses">
        {rows.map((use) => (
          <li key={use.id}>
            <RecordName record={use} /> <span className="muted">{use.isPublic ? t('isPublic') : t('isDraft')}</span>
          </li>
        ))}
      </ul>
      {count > rows.length ? <p>{t('more', { count: count - rows.length })}</p> : null}
      <p>{t('remedy')}</p>
    </Notice>
  );
}
