/** How high letters reach above and below the line, in ems. */
interface Reach {
  ascent: number;
  descent: number;
}

/** A font of a system that stands in until ours is there, drawn as wide as ours. */
interface Fallback {
  name: string;
  /** Under which names the system may have it. */
  local: readonly string[];
  weight: string;
  range: string;
  /**
   * How wide ours is beside it, measured over the texts of the seed. Spaces are measured by themselves, and the space is a
   * face by itself: it comes with the Latin letters, at another moment than the Arabic ones around it.
   */
  width: number;
  reach: Reach;
}

const ARABIC = 'U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFC';
const SPACE = 'U+0020, U+00A0';
const LATIN = 'U+0021-009F, U+00A1-024F, U+1E00-1EFF, U+2000-200B, U+2010-2027, U+202F-205F, U+20A0-20CF, U+2100-22FF';
const VAZIRMATN: Reach = { ascent: 1.0254, descent: 0.5371 };
/** At 130 percent. */
const MARKAZI: Reach = { ascent: 1.0905, descent: 0.4697 };
/** The last that a system has is taken: Android has Noto and Roboto, Windows and Apple Arial and Times, Linux the others. */
const NASKH = ['Noto Naskh Arabic UI', 'Noto Naskh Arabic'];
const NASKH_BOLD = ['Noto Naskh Arabic UI Bold', 'Noto Naskh Arabic Bold'];
const ARIAL = ['Arial', 'Liberation Sans'];
const ARIAL_BOLD = ['Arial Bold', 'Liberation Sans Bold'];
const TIMES_BOLD = ['Times New Roman Bold', 'Liberation Serif Bold'];
const LIGHT = '400 500';
const BOLD = '600 700';

/** What stands in, by the family that `app/styles/tokens.css` names behind ours. */
export const FALLBACKS: readonly Fallback[] = [
  text({ local: ['DejaVu Sans'], weight: LIGHT, range: ARABIC, width: 0.944 }),
  text({ local: NASKH, weight: LIGHT, range: ARABIC, width: 1.088 }),
  text({ local: ['DejaVu Sans Bold'], weight: BOLD, range: ARABIC, width: 0.798 }),
  text({ local: NASKH_BOLD, weight: BOLD, range: ARABIC, width: 1.067 }),
  text({ local: ARIAL, weight: LIGHT, range: LATIN, width: 1.009 }),
  text({ local: ARIAL, weight: LIGHT, range: SPACE, width: 0.966 }),
  text({ local: ['Roboto'], weight: LIGHT, range: LATIN, width: 1.001 }),
  text({ local: ['Roboto'], weight: LIGHT, range: SPACE, width: 1.082 }),
  text({ local: ARIAL_BOLD, weight: BOLD, range: LATIN, width: 0.945 }),
  text({ local: ARIAL_BOLD, weight: BOLD, range: SPACE, width: 0.921 }),
  text({ local: ['Roboto Bold'], weight: BOLD, range: LATIN, width: 0.996 }),
  text({ local: ['Roboto Bold'], weight: BOLD, range: SPACE, width: 1.028 }),
  display({ local: ['DejaVu Sans Bold'], range: ARABIC, width: 0.856 }),
  display({ local: NASKH_BOLD, range: ARABIC, width: 1.145 }),
  display({ local: TIMES_BOLD, range: LATIN, width: 1.043 }),
  display({ local: TIMES_BOLD, range: SPACE, width: 0.791 }),
  display({ local: ['Noto Serif Bold'], range: LATIN, width: 0.877 }),
  display({ local: ['Noto Serif Bold'], range: SPACE, width: 0.76 }),
];

function text(given: Omit<Fallback, 'name' | 'reach'>): Fallback {
  return { ...given, name: 'Text fallback', reach: VAZIRMATN };
}

function display(given: Omit<Fallback, 'name' | 'reach' | 'weight'>): Fallback {
  return { ...given, name: 'Display fallback', weight: '600', reach: MARKAZI };
}

/** The rule of a font that stands in. A reach counts in its own ems, so it shrinks where the font is drawn larger. */
export function ruleOf({ local, name, range, reach, weight, width }: Fallback): string {
  const percent = (value: number) => `${String(Math.round(value * 1000) / 10)}%`;
  return `@font-face {
    ascent-override: ${percent(reach.ascent / width)};
    descent-override: ${percent(reach.descent / width)};
    font-family: '${name}';
    font-weight: ${weight};
    line-gap-override: 0%;
    size-adjust: ${percent(width)};
    src: ${local.map((one) => `local('${one}')`).join(', ')};
    unicode-range: ${range};
  }`;
}
