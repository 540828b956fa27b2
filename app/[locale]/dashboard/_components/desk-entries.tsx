import { getTranslations } from 'next-intl/server';
import { isAdministrator } from '#features/accounts/policy.ts';
import { LISTED_KINDS, listPath } from '#features/kinds/lists.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import type { IconName } from '#ui/icon-glyphs.ts';
import type { DeskEntry } from './desk-nav.tsx';

const ICONS: Record<KindName, IconName> = {
  partnership: 'link',
  place: 'city',
  organisation: 'people',
  programme: 'globe',
  theme: 'filter',
  story: 'book',
  page: 'note',
};

/**
 * The parts of the desk that somebody may open, in the order of the navigation.
 *
 * @param seen - the interface's language, and how many notices nobody has read
 */
export async function deskEntries(
  actor: Actor,
  { locale, unread }: { locale: Locale; unread: number },
): Promise<DeskEntry[]> {
  const t = await getTranslations('Desk');
  const own = (key: string, text: string, { path, icon }: { path: `/${string}`; icon: IconName }): DeskEntry => {
    const segment = path.startsWith('/dashboard') ? (path.split('/')[2] ?? '') : null;
    return { key, text, href: localisePath(locale, path), icon, segment };
  };
  const badge = unread === 0 ? {} : { badge: <Unread count={unread} words={t('unread', { count: unread })} /> };
  return [
    own('today', t('today.title'), { path: '/dashboard', icon: 'clock' }),
    { ...own('notices', t('notices'), { path: '/dashboard/notices', icon: 'bell' }), ...badge },
    own('checks', t('today.risksTitle'), { path: '/dashboard/checks', icon: 'check' }),
    own('planned', t('planned.title'), { path: '/dashboard/planned', icon: 'history' }),
    ...LISTED_KINDS.map((kind) => own(kind, t(`kinds.${kind}`), { path: listPath(kind), icon: ICONS[kind] })),
    own('duplicates', t('duplicates.title'), { path: '/dashboard/duplicates', icon: 'copy' }),
    own('synonyms', t('synonyms'), { path: '/dashboard/synonyms', icon: 'search' }),
    own('trash', t('trash'), { path: '/dashboard/trash', icon: 'trash' }),
    ...(isAdministrator(actor)
      ? [
          own('outbox', t('outbox'), { path: '/dashboard/outbox', icon: 'mail' }),
          own('settings', t('settings'), { path: '/dashboard/settings', icon: 'settings' }),
        ]
      : []),
    own('public', t('publicSite'), { path: '/', icon: 'external' }),
  ];
}

/** How many notices nobody has read, said in words to those who do not see where the number stands. */
function Unread({ count, words }: { count: number; words: string }) {
  return (
    <>
      <span aria-hidden>{count}</span>
      <span className="sr-only">{words}</span>
    </>
  );
}
