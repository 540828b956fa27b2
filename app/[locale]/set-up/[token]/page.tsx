import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EntryFrame } from '#features/accounts/components/entry-frame.tsx';
import { NewPasswordForm } from '#features/accounts/components/new-password-form.tsx';
import { SetUpForm } from '#features/accounts/components/set-up-form.tsx';
import { findOpenLink } from '#features/accounts/queries/find-open-link.ts';
import { localisePath } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import { LinkButton } from '#ui/link-button.tsx';

type Props = PageProps<'/[locale]/set-up/[token]'>;

/** Asked once a request, for the title and the page. */
const readLink = cache((token: string) => findOpenLink(token, new Date()));

const COMMAND = 'npm run admin -- set-up-link';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('SetUp');
  const { token } = await params;
  // The address itself is the key, so it goes to no other site.
  return {
    title: t(titleOf(await readLink(token))),
    robots: { index: false },
    referrer: 'same-origin',
  };
}

export default async function SetUpPage({ params }: Props) {
  const [locale, t, { token }] = await Promise.all([getLocale(), getTranslations('SetUp'), params]);
  const link = await readLink(token);
  const frame = {
    hrefIn: (other: typeof locale) => localisePath(other, `/set-up/${token}`),
    locale,
    texts: 'SetUp' as const,
    title: t(titleOf(link)),
  };
  if (link === null) {
    return (
      <EntryFrame {...frame} lead={t('usedText')}>
        <p>
          {t('usedServer')}
          <br />
          <code dir="ltr">{COMMAND}</code>
        </p>
        <LinkButton href={localisePath(locale, '/sign-in')}>{t('toSignIn')}</LinkButton>
      </EntryFrame>
    );
  }
  if (link.purpose === 'administrator') {
    return (
      <EntryFrame {...frame} lead={t('lead')}>
        <SetUpForm locale={locale} token={token} />
      </EntryFrame>
    );
  }
  const email = link.email ?? '';
  const lead = t.rich('resetLead', { email: () => <Isolate>{email}</Isolate> });
  return (
    <EntryFrame {...frame} lead={lead}>
      <NewPasswordForm email={email} locale={locale} token={token} />
    </EntryFrame>
  );
}

function titleOf(link: Awaited<ReturnType<typeof findOpenLink>>): 'title' | 'resetTitle' | 'usedTitle' {
  if (link === null) return 'usedTitle';
  return link.purpose === 'administrator' ? 'title' : 'resetTitle';
}
