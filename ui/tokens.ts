/** A colour in the light and in the dark theme, as `#RRGGBB`. */
export interface Colour {
  light: string;
  dark: string;
}

/** The colours of the identity; `app/styles/tokens.css` carries the same values and a test compares the two. */
export const COLOURS = {
  paper: { light: '#FBF8F1', dark: '#0C1A1E' },
  surface: { light: '#FFFFFF', dark: '#13262B' },
  sunken: { light: '#F2EDE2', dark: '#081316' },
  ink: { light: '#13262B', dark: '#EEF3F1' },
  'ink-2': { light: '#4A5A5E', dark: '#AEBDBD' },
  harbour: { light: '#0E5A64', dark: '#6CC5CB' },
  'harbour-deep': { light: '#0A3A42', dark: '#A5DFE2' },
  'harbour-tint': { light: '#E3F0F0', dark: '#14363C' },
  brick: { light: '#9C4221', dark: '#F0A482' },
  'brick-tint': { light: '#F8E9E1', dark: '#3A2219' },
  saffron: { light: '#E3A72F', dark: '#F0BE55' },
  error: { light: '#A4201A', dark: '#FF9E94' },
  'error-tint': { light: '#FBE9E7', dark: '#3C1614' },
  ok: { light: '#1B6B43', dark: '#7CCFA0' },
  'ok-tint': { light: '#E4F2EA', dark: '#11321F' },
  warn: { light: '#7A4E00', dark: '#F0C46A' },
  'warn-tint': { light: '#FBF0D9', dark: '#33260A' },
  note: { light: '#1D5A9E', dark: '#8FBDF2' },
  'note-tint': { light: '#E6EFF9', dark: '#122C4A' },
  line: { light: '#D8D0BF', dark: '#2B4147' },
  'line-strong': { light: '#84806F', dark: '#6E868B' },
  focus: { light: '#0A3A42', dark: '#F0BE55' },
  'on-primary': { light: '#FFFFFF', dark: '#0C1A1E' },
  'on-saffron': { light: '#13262B', dark: '#13262B' },
  deep: { light: '#0A3A42', dark: '#0A3A42' },
  'deep-raised': { light: '#14535C', dark: '#14535C' },
  'on-deep': { light: '#FBF8F1', dark: '#FBF8F1' },
  'on-deep-2': { light: '#CFE3E4', dark: '#CFE3E4' },
  'on-deep-first': { light: '#6CC5CB', dark: '#6CC5CB' },
  'on-deep-second': { light: '#E3A72F', dark: '#E3A72F' },
  'map-sea': { light: '#E9F1F0', dark: '#0B2127' },
  'map-land': { light: '#D9D0BD', dark: '#2F464B' },
} as const satisfies Record<string, Colour>;

/** The name of a colour of the identity; in CSS it is `--name`, in Tailwind `text-name`, `bg-name`, `border-name`. */
export type ColourName = keyof typeof COLOURS;

/** The colours of chart series in their order, all readable on `surface`. */
export const CHART_COLOURS: { light: readonly string[]; dark: readonly string[] } = {
  light: ['#0E5A64', '#9C4221', '#8A6A00', '#5B4B8A', '#1D5A9E', '#3F6B2A', '#8C2F5D', '#5A5A5A'],
  dark: ['#6CC5CB', '#F0A482', '#E8C65A', '#B9A6F0', '#8FBDF2', '#A3D08A', '#F09ABF', '#BDBDBD'],
};

/** A pair that stands on each other somewhere, and the least contrast it must have (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface ContrastRule {
  front: ColourName;
  back: ColourName;
  least: 4.5 | 3;
}

/** Every pair of colours that the interface puts on each other. */
export const CONTRAST_RULES: readonly ContrastRule[] = [
  ...pair(
    'ink',
    ['paper', 'surface', 'sunken', 'harbour-tint', 'brick-tint', 'error-tint', 'ok-tint', 'warn-tint', 'note-tint'],
    4.5,
  ),
  ...pair('ink-2', ['paper', 'surface', 'sunken'], 4.5),
  ...pair('harbour', ['paper', 'surface', 'sunken', 'harbour-tint'], 4.5),
  ...pair('harbour-deep', ['paper', 'surface', 'harbour-tint'], 4.5),
  ...pair('brick', ['paper', 'surface', 'sunken', 'brick-tint'], 4.5),
  ...pair('error', ['paper', 'surface', 'error-tint'], 4.5),
  ...pair('ok', ['surface', 'ok-tint'], 4.5),
  ...pair('warn', ['surface', 'warn-tint'], 4.5),
  ...pair('note', ['surface', 'note-tint'], 4.5),
  ...pair('on-primary', ['harbour', 'brick', 'error'], 4.5),
  ...pair('on-saffron', ['on-deep-second'], 4.5),
  ...pair('on-deep', ['deep', 'deep-raised'], 4.5),
  ...pair('on-deep-2', ['deep', 'deep-raised'], 4.5),
  ...pair('on-deep-first', ['deep'], 3),
  ...pair('on-deep-second', ['deep', 'deep-raised'], 3),
  ...pair('line-strong', ['paper', 'surface', 'sunken'], 3),
  ...pair('focus', ['paper', 'surface', 'sunken', 'map-sea', 'map-land'], 3),
  ...pair('harbour', ['map-sea', 'map-land'], 3),
  ...pair('brick', ['map-sea', 'map-land'], 3),
  ...pair('ink', ['map-sea', 'map-land'], 4.5),
  ...pair('ink-2', ['map-sea'], 4.5),
];

function pair(front: ColourName, backs: readonly ColourName[], least: 4.5 | 3): ContrastRule[] {
  return backs.map((back) => ({ front, back, least }));
}
