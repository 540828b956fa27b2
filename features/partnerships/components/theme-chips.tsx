import { useLocale } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { Chip } from '#ui/chip.tsx';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';

interface ThemeChipsProps {
  themes: PublishedPartnership['themes'];
  /** Only so many; all where it is left out. */
  most?: number;
}

/** The fields of cooperation of a partnership. */
export function ThemeChips({ themes, most = themes.length }: ThemeChipsProps) {
  const locale = useLocale();
  return themes.slice(0, most).map(({ id, names, slug }) => {
    const words = nearestText(names, locale);
    return words === null ? null : (
      <Chip href={localisePath(locale, publicPath('theme', slug))} key={id}>
        <LocalText words={words} />
      </Chip>
    );
  });
}
