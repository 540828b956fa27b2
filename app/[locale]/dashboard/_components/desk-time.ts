import type { getFormatter } from 'next-intl/server';

/** A moment as the desk writes it, in the site's time zone. Digits are named: the default of plain `ar` varies. */
export function deskTime(format: Awaited<ReturnType<typeof getFormatter>>, moment: Date): string {
  return format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' });
}
