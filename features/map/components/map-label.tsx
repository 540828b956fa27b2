import { useLocale } from 'next-intl';
import { directionOf } from '#ui/text-direction.ts';
import type { PlacedLabel } from '../place-labels.ts';

/** In text from right to left the start is the right end, while the map counts from the left. */
const ANCHOR = {
  ltr: { start: 'start', middle: 'middle', end: 'end' },
  rtl: { start: 'end', middle: 'middle', end: 'start' },
} as const;

/** Words on a map; what they name is a link already, so screen readers do not hear them again. */
export function MapLabel({ label }: { label: PlacedLabel }) {
  const { text, lang, at, anchor, kind, isWideOnly } = label;
  const locale = useLocale();
  const direction = directionOf(lang ?? locale);
  return (
    <text
      className={`map-${kind}${isWideOnly ? ' map-wide' : ''}`}
      direction={direction}
      lang={lang}
      textAnchor={ANCHOR[direction][anchor]}
      x={Math.round(at[0])}
      y={Math.round(at[1])}
    >
      {text}
    </text>
  );
}
