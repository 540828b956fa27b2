import { getLocale, getTranslations } from 'next-intl/server';
import type { Grant, PersonActor } from '#features/ledger/model.ts';
import { LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { Icon } from '#ui/icon.tsx';
import { DisplayChoices } from './display-choices.tsx';
import { InterfaceLanguage } from './interface-language.tsx';
import { LeaveDesk } from './leave-desk.tsx';
import { ShortcutButton } from './shortcut-sheet.tsx';

const MENU = 'desk-account';

/** Who is signed in and what they may do, the language of the interface, how the desk looks, and the way out. */
export async function UserMenu({ actor }: { actor: PersonActor }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const languages = LOCALES.map((lang) => ({
    lang,
    name: LANGUAGE_NAME[lang],
    href: localisePath(lang, '/dashboard'),
    current: lang === locale,
  }));
  return (
    <>
      <button className="button button-on-deep desk-account" popoverTarget={MENU} type="button">
        <Icon name="person" />
        <span className="sr-only">{t('account')}</span>
        <bdi className="desk-word">{actor.name}</bdi>
      </button>
      <section aria-label={t('account')} className="desk-menu" id={MENU} popover="auto">
        <p>{t.rich('signedInAs', { name: () => <bdi>{actor.name}</bdi> })}</p>
        <Rights grants={actor.grants} />
        <p className="desk-menu-title">{t('languages')}</p>
        <InterfaceLanguage choices={languages} label={t('languages')} />
        <DisplayChoices />
        <div className="desk-menu-end">
          <ShortcutButton />
          <LeaveDesk person={actor.id} />
        </div>
      </section>
    </>
  );
}

/** What somebody may do, a sentence for each right. */
async function Rights({ grants }: { grants: readonly Grant[] }) {
  const t = await getTranslations('Desk.rights');
  return (
    <ul className="desk-rights">
      {grants.map(({ role, locale }) => (
        <li key={`${role}-${locale ?? ''}`}>{t(role, { language: locale ?? 'all' })}</li>
      ))}
    </ul>
  );
}
