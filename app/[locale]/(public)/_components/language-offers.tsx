import { getLocale, getTranslations } from 'next-intl/server';
import { DIRECTION, LOCALES } from '#i18n/locales.ts';

interface LanguageOffersProps {
  /** The addresses of this page in all languages. */
  choices: readonly { lang: string; href: string }[];
}

/** A note for readers of each other language, in that language; script shows the one for this reader. */
export async function LanguageOffers({ choices }: LanguageOffersProps) {
  const current = await getLocale();
  const others = LOCALES.filter((locale) => locale !== current);
  return Promise.all(
    others.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: 'Choices' });
      const href = choices.find(({ lang }) => lang === locale)?.href;
      return (
        <section
          aria-label={t('offer')}
          className="offer"
          data-offer={locale}
          dir={DIRECTION[locale]}
          hidden
          key={locale}
          lang={locale}
        >
          <a href={href} hrefLang={locale}>
            {t('offer')}
          </a>
          <button className="button button-secondary" data-offer-end="" type="button">
            {t('offerEnd')}
          </button>
        </section>
      );
    }),
  );
}
