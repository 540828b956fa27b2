import { useTranslations } from 'next-intl';
import { Isolate } from '#ui/isolate.tsx';
import { Notice } from '#ui/notice.tsx';

const SHOWN_MAX = 5;
const LENGTH_MAX = 40;

/** Says what an address asked for and nobody knows; what is absurdly long or much is cut. */
export function IgnoredNotice({ ignored }: { ignored: readonly string[] }) {
  const t = useTranslations('Filters');
  if (ignored.length === 0) return null;
  const shown = ignored.slice(0, SHOWN_MAX).map((value) => [...value].slice(0, LENGTH_MAX).join(''));
  return (
    <Notice kind="warn" title={t('ignored')}>
      <ul className="dot-list">
        {shown.map((value) => (
          <li key={value}>
            <Isolate>{value}</Isolate>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
