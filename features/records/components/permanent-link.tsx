import { useLocale } from 'next-intl';
import { localisePath } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';

/** The permanent short address of a record. */
export function PermanentLink({ reference }: { reference: string }) {
  return (
    <a href={localisePath(useLocale(), `/r/${reference}`)}>
      <Isolate>{reference}</Isolate>
    </a>
  );
}
