/** The first and the last day of the calendar of Umm al-Qura as browsers have it: 1300 to 1600. */
const RANGE = { first: Date.UTC(1882, 10, 12), last: Date.UTC(2174, 10, 25) };

/** In the words of the page; the calendar is named, because the default of a language changed between browsers. */
const CALENDAR = '-u-ca-islamic-umalqura-nu-latn';
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;
const YEAR = { year: 'numeric' } as const;

/**
 * A day, month or year in the calendar of Umm al-Qura. A month or year of one calendar lies in two of the other, and both
 * are named.
 *
 * @returns `null` for what is no date, and for days that the calendar does not reach
 */
export function inHijri(date: string, locale: string): string | null {
  // `Date` takes the years before 100 for those of the last century.
  const [, year, month, day] = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date) ?? [];
  if (year === undefined) return null;
  const span = spanOf(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day));
  if (span.first < RANGE.first || span.last > RANGE.last) return null;
  const format = new Intl.DateTimeFormat(`${locale}${CALENDAR}`, { ...span.style, timeZone: 'UTC' });
  return span.first === span.last ? format.format(span.first) : format.formatRange(span.first, span.last);
}

function spanOf(year: number, month: number | null, day: number | null) {
  if (month === null) return { first: Date.UTC(year, 0, 1), last: Date.UTC(year, 11, 31), style: YEAR };
  if (day === null) return { first: Date.UTC(year, month - 1, 1), last: Date.UTC(year, month, 0), style: MONTH };
  const at = Date.UTC(year, month - 1, day);
  return { first: at, last: at, style: DAY };
}

/** Shows the other calendar behind the dates of a page, or takes it away. */
export function showHijri(root: ParentNode, isShown: boolean): void {
  for (const old of root.querySelectorAll('[data-hijri]')) old.remove();
  if (isShown) for (const time of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) addBehind(time);
}

function addBehind(time: HTMLTimeElement): void {
  const locale = time.closest('[lang]')?.getAttribute('lang') ?? 'ar';
  const words = inHijri(time.dateTime, locale);
  if (words === null) return;
  const note = document.createElement('bdi');
  note.dataset['hijri'] = '';
  note.dir = locale.startsWith('ar') ? 'rtl' : 'ltr';
  note.textContent = words;
  time.after(note);
}
