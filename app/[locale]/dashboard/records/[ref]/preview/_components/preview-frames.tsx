'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';

interface PreviewFramesProps {
  frames: readonly { lang: Locale; name: string; href: string }[];
}

/** The real pages at the width of a phone, beside each other where there is room. */
export function PreviewFrames({ frames }: PreviewFramesProps) {
  const t = useTranslations('Desk.preview');
  const [round, setRound] = useState(0);
  return (
    <>
      <Button onClick={() => setRound(round + 1)}>{t('reload')}</Button>
      <div className="preview-frames">
        {frames.map(({ lang, name, href }) => (
          <figure key={lang}>
            <figcaption>
              <bdi lang={lang}>{name}</bdi>{' '}
              <a href={href} target="_blank" rel="noreferrer">
                {t('alone')} <span className="sr-only">({name})</span>
              </a>
            </figcaption>
            {/* The page inside is this site's own; without its scripts or cookies it would be another one. */}
            {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
            <iframe key={round} src={href} title={t('frame', { language: name })} />
          </figure>
        ))}
      </div>
    </>
  );
}
