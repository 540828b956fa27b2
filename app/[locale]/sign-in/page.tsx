import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { preloadFonts } from '#app/client/client-module.tsx';
import { EntryFrame } from '#features/accounts/components/entry-frame.tsx';
import { SignInForm } from '#features/accounts/components/sign-in-form.tsx';
import { goTo } from '#features/accounts/go-to.ts';
import { ownPath, ownPathIn } from '#features/accounts/own-path.ts';
import { currentActor } from '#features/accounts/session.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { Notice } from '#ui/notice.tsx';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('SignIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const [locale, t, { next, done }] = await Promise.all([getLocale(), getTranslations('SignIn'), searchParams]);
  preloadFonts(locale);
  const asked = ownPath(Array.isArray(next) ? next[0] : next);
  const target = asked ?? localisePath(locale, '/dashboard');
  if ((await currentActor()).kind === 'person') goTo(target);
  return (
    <EntryFrame
      hrefIn={(other) => addressIn(other, asked)}
      lead={t('lead')}
      locale={locale}
      texts="SignIn"
      title={t('title')}
    >
      {done === 'password' ? <Notice kind="ok">{t('passwordChanged')}</Notice> : null}
      {asked === null ? null : <Notice kind="note">{t('continue')}</Notice>}
      <SignInForm locale={locale} next={target} />
      <p className="text-small text-ink-2">{t('help')}</p>
    </EntryFrame>
  );
}

function addressIn(locale: Locale, next: string | null): string {
  const page = localisePath(locale, '/sign-in');
  return next === null ? page : `${page}?next=${encodeURIComponent(ownPathIn(locale, next))}`;
}
