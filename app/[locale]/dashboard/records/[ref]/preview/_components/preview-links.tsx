import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { endPreviewLinkAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { PreviewLinkForm } from '#features/kinds/components/preview-link-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayEndPreviewLink } from '#features/records/policy.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import type { ListedPreviewLink } from '#features/records/queries/list-preview-links.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { localisePath } from '#i18n/locales.ts';
import { Panel } from '#ui/panel.tsx';
import { deskTime } from '../../../../_components/desk-time.ts';

interface PreviewLinksProps {
  actor: PersonActor;
  record: DeskRecord;
  links: readonly ListedPreviewLink[];
}

/** The links by which others see the drafts without an account: made here, listed, and taken back. */
export async function PreviewLinks({ actor, record, links }: PreviewLinksProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.preview')]);
  return (
    <Panel title={t('links')}>
      <p className="field-hint">{t('linksHint')}</p>
      <PreviewLinkForm addressBefore={wholeAddress(localisePath(locale, '/p/'))} record={record.id} />
      {links.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="work">
          {links.map((link) => (
            <li key={link.name}>
              <LinkLine link={link} />
              {link.state === 'open' && mayEndPreviewLink(actor, link) ? (
                <DeedForm
                  action={endPreviewLinkAction}
                  hidden={{
                    link: link.name,
                    submitKey: uuidv7(),
                    back: localisePath(locale, `${recordPath(record.ref)}/preview?done=endLink`),
                  }}
                  label={t('end')}
                  look="quiet"
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

async function LinkLine({ link }: { link: ListedPreviewLink }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.preview')]);
  return (
    <p>
      {t.rich('link', { maker: () => <bdi>{link.maker}</bdi>, at: deskTime(locale, link.createdAt) })}
      {' · '}
      {link.state === 'open' ? t('until', { at: deskTime(locale, link.endsAt) }) : t(`state.${link.state}`)}
      {' · '}
      {t(link.wasOpened ? 'opened' : 'unopened')}
    </p>
  );
}
