/** A day, month or year as it is known. */
export interface PartialDate {
  year: number;
  month: number | null;
  day: number | null;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/**
 * A date with its precision (EDTF level 0: `2023-05-04`, `2023-05`, `1995`).
 *
 * @returns `null` where the text is no such date or no such day exists
 */
export function parsePartialDate(text: string): PartialDate | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  const date = { year: Number(year), month: numberOrNull(month), day: numberOrNull(day) };
  return isInCalendar(date) ? date : null;
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function isInCalendar({ year, month, day }: PartialDate): boolean {
  if (year < 1000) return false;
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysInMonth(year, month));
}

/** The first day that a partial date can mean, as `YYYY-MM-DD`. */
export function firstDayOf(text: string): string {
  const date = parsePartialDate(text);
  if (date === null) return text;
  return isoDay(date.year, date.month ?? 1, date.day ?? 1);
}

/** The last day that a partial date can mean, as `YYYY-MM-DD`: a year counts to its last moment. */
export function lastDayOf(text: string): string {
  const date = parsePartialDate(text);
  if (date === null) return text;
  const month = date.month ?? 12;
  return isoDay(date.year, month, date.day ?? daysInMonth(date.year, month));
}

/** The same day so many years earlier, for comparing: the 29th of February is named in any year. */
export function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years)}${day.slice(4)}`;
}

/** Sorts days, and any other texts, from the smallest to the largest; equal ones keep their order. */
export function compareDays(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Arabic-Indic and Persian digits as ASCII digits; everything else unchanged. */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
