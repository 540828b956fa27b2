import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '#i18n/locales.ts';
import { Notice } from '#ui/notice.tsx';

interface TextLanguageNoticeProps {
  /** The language of the text that is shown. */
  shown: Locale;
  /** All languages in which there is a text. */
  available: readonly Locale[];
}

/** Says so where the text is not in the reader's language. */
export function TextLanguageNotice({ shown, available }: TextLanguageNoticeProps) {
  const t = useTranslations('Common');
  if (shown === useLocale()) return null;
  const key = available.length > 1 ? 'textShownIn' : 'textOnlyIn';
  return <Notice kind="note">{t(key, { language: shown })}</Notice>;
}
