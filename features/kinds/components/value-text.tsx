import { useTranslations } from 'next-intl';

/** A value in words, for reading beside another one; that there is none is said. */
export function ValueText({ text }: { text: string }) {
  const t = useTranslations('Desk');
  return text === '' ? <em className="value-empty">{t('empty')}</em> : <p className="value-text">{text}</p>;
}
