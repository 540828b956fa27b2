/** What a reader chose for all pages. It lies in this browser alone. */
export interface Choices {
  theme: 'system' | 'light' | 'dark';
  digits: 'latn' | 'arab';
  calendar: 'gregory' | 'both';
  /** Without pictures and own fonts; `auto` where the browser asks to save data. */
  light: 'auto' | 'on' | 'off';
  /** How close the rows and fields of the desk stand; pages for readers know nothing of it. */
  density: 'comfortable' | 'compact';
  /** Whether the page may say that it is there in another language of the reader. */
  offers: 'on' | 'off';
}

const KEY = 'madinatan.choices';

/** What there is to choose; the first is what nobody has to choose. */
const VALUES: { [Name in keyof Choices]: readonly [Choices[Name], ...Choices[Name][]] } = {
  theme: ['system', 'light', 'dark'],
  digits: ['latn', 'arab'],
  calendar: ['gregory', 'both'],
  light: ['auto', 'on', 'off'],
  density: ['comfortable', 'compact'],
  offers: ['on', 'off'],
};

/** What this browser keeps; whatever is not a choice of today counts as not chosen. */
export function readChoices(): Choices {
  return choicesFrom(stored());
}

/** The choices that a stored text stands for, whoever wrote it. */
export function choicesFrom(text: string | null): Choices {
  const given = parse(text);
  const pick = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value =>
    values.find((value) => value === given.get(name)) ?? values[0];
  return {
    theme: pick('theme', VALUES.theme),
    digits: pick('digits', VALUES.digits),
    calendar: pick('calendar', VALUES.calendar),
    light: pick('light', VALUES.light),
    density: pick('density', VALUES.density),
    offers: pick('offers', VALUES.offers),
  };
}

/** Keeps choices; a browser that keeps nothing forgets them with the page. */
export function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Private windows and full disks: the choice holds for this page.
  }
}

/** Tells when another tab kept other choices. */
export function followChoices(tell: (choices: Choices) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) tell(readChoices());
  });
}

/** Whether pages come without pictures and own fonts. */
export function isLight({ light }: Choices): boolean {
  return light === 'on' || (light === 'auto' && savesDataHere());
}

/** Shows what style sheets can show. */
export function showChoices(choices: Choices): void {
  const { density, digits, theme } = choices;
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  dataset['digits'] = digits;
  if (density === 'comfortable') delete dataset['density'];
  else dataset['density'] = density;
  if (isLight(choices)) dataset['light'] = '';
  else delete dataset['light'];
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parse(text: string | null): Map<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function savesDataHere(): boolean {
  return connectionOf(navigator).connection?.saveData === true;
}

/** Not every browser has it, and the types know none that does. */
function connectionOf(browser: Navigator): { connection?: { saveData?: boolean } } {
  return browser as { connection?: { saveData?: boolean } };
}
