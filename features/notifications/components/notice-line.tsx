import { useLocale, useTranslations } from 'next-intl';
import { DIRECTION, LANGUAGE_NAME } from '#i18n/locales.ts';
import { dayText } from '#i18n/moment-text.ts';
import { Isolate } from '#ui/isolate.tsx';
import type { ReadNotice } from '../model.ts';

/** What happened, in one sentence; names and titles keep their own order. */
export function NoticeSentence({ notice: { kind, by, title, part } }: { notice: ReadNotice }) {
  const t = useTranslations('Notices');
  const what = (
    <>
      {title === null ? (
        t('untitled')
      ) : (
        <bdi dir={DIRECTION[title.locale]} lang={title.locale}>
          {title.text}
        </bdi>
      )}
      {part === null ? null : ' · '}
      {part === 'facts' ? t('facts') : null}
      {part === null || part === 'facts' ? null : <Isolate lang={part}>{LANGUAGE_NAME[part]}</Isolate>}
    </>
  );
  return t.rich(`kinds.${kind}`, { by: () => <bdi>{by ?? t('product')}</bdi>, what: () => what });
}

/** What else a notice says: the day, and the words of whoever acted. */
export function NoticeDetails({ notice: { detail } }: { notice: ReadNotice }) {
  const t = useTranslations('Notices');
  const errors = useTranslations('Errors');
  const locale = useLocale();
  const { dueOn, note, problem } = detail;
  return (
    <>
      {dueOn === undefined ? null : (
        <p className="small">
          {t.rich('due', {
            day: () => dayText(locale, dueOn),
          })}
        </p>
      )}
      {problem !== undefined && errors.has(asKey(problem)) ? <p className="small">{errors(asKey(problem))}</p> : null}
      {note === undefined ? null : <p className="said small">{note}</p>}
    </>
  );
}

/** `has` is asked whether the key exists. */
function asKey(code: string): never {
  return code as never;
}
