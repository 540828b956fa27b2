'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { publicPath } from '#features/records/public-path.ts';
import { DIRECTION, isLocale, type Locale, localisePath } from '#i18n/locales.ts';
import { cutGraphemes, graphemesIn } from '../graphemes.ts';
import { useFormView } from './form-view.ts';

/** So much of a title or a lead lists of search engines and messengers show, in signs as people count them. */
const SHOWN_MAX = { title: 60, lead: 155 } as const;

/** Nobody shows more, and a text that was pasted by mistake may be as long as a book. */
const READ_MAX = 2000;

/** How the page will look where others list or share it, from what stands in the form right now. */
export function SharePreview() {
  const t = useTranslations('Desk.sharePreview');
  const { scope, content, kind, facts } = useFormView();
  const place = useRef<HTMLDetailsElement>(null);
  const [{ title, lead }, setTexts] = useState({ title: textOf(content['title']), lead: textOf(content['lead']) });
  useEffect(() => {
    const form = place.current?.closest('form');
    const read = () => setTexts({ title: typedIn(form, 'title'), lead: typedIn(form, 'lead') });
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, []);
  if (!isLocale(scope)) return null;
  const slug = textOf(facts['slug']);
  const path = slug === '' ? '' : localisePath(scope, publicPath(kind, slug));
  return (
    <details className="share-preview" ref={place}>
      <summary>{t('title')}</summary>
      <p className="field-hint">{t('hint')}</p>
      <div className="share-views">
        <figure>
          <figcaption>{t('search')}</figcaption>
          <div className="share-hit" dir={DIRECTION[scope]} lang={scope}>
            <p className="share-address" dir="ltr">
              {path === '' ? '…' : path.replace(/^\//u, '').replaceAll('/', ' › ')}
            </p>
            <p className="share-title">{cutGraphemes(title, SHOWN_MAX.title, scope) || t('untitled')}</p>
            <p>{cutGraphemes(lead, SHOWN_MAX.lead, scope)}</p>
          </div>
        </figure>
        <figure>
          <figcaption>{t('card')}</figcaption>
          <div className="share-card" dir={DIRECTION[scope]} lang={scope}>
            <p className="share-title">{cutGraphemes(title, SHOWN_MAX.title, scope) || t('untitled')}</p>
            <p>{cutGraphemes(lead, SHOWN_MAX.lead, scope)}</p>
          </div>
        </figure>
      </div>
      <ul className="share-lengths">
        <Length locale={scope} most={SHOWN_MAX.title} name={t('titleLength')} text={title} />
        <Length locale={scope} most={SHOWN_MAX.lead} name={t('leadLength')} text={lead} />
      </ul>
    </details>
  );
}

function Length({ name, text, most, locale }: { name: string; text: string; most: number; locale: Locale }) {
  const t = useTranslations('Desk.sharePreview');
  const length = graphemesIn(text, locale).length;
  const state = length === 0 ? 'empty' : length > most ? 'long' : 'good';
  return (
    <li>
      <span>{t('length', { name, length, most })}</span>{' '}
      <span className={`share-${state}`}>{t(`lengths.${state}`)}</span>
      <meter aria-hidden="true" max={most} min={0} value={Math.min(length, most)} />
    </li>
  );
}

function typedIn(form: HTMLFormElement | null | undefined, name: string): string {
  const control = form?.elements.namedItem(`${CONTENT_PREFIX}${name}`);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? control.value.trim().slice(0, READ_MAX)
    : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
