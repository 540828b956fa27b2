import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { isGalleryOpen } from '#features/records/public-pages.ts';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import '../../../styles/desk-sheet.css';
import { PublicFrame } from '../_components/public-frame.tsx';
import { GalleryBand } from './_components/gallery-band.tsx';
import { GalleryMaps } from './_components/gallery-maps.tsx';
import { GalleryParts } from './_components/gallery-parts.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Gallery');
  return { title: t('title'), robots: { index: false } };
}

/** Every part of the public pages in both directions and both themes, for those who build them; readers never see it. */
export default async function GalleryPage() {
  if (!isGalleryOpen()) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Gallery')]);
  const other: Locale = DIRECTION[locale] === 'rtl' ? 'de' : 'ar';
  return (
    <PublicFrame path="/gallery">
      <div className="page-width page-main">
        <h1>{t('title')}</h1>
        <div className="gallery">
          {[locale, other].flatMap((shown) =>
            (['light', 'dark'] as const).map((theme) => (
              <GalleryBand key={`${shown} ${theme}`} locale={shown} theme={theme}>
                <GalleryParts locale={shown} prefix={`${shown}-${theme}`} />
                {shown === locale ? <GalleryMaps prefix={`${shown}-${theme}`} /> : null}
              </GalleryBand>
            )),
          )}
        </div>
      </div>
    </PublicFrame>
  );
}
