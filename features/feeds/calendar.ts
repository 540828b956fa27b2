import type { DatedAgreement } from './queries/list-dates.ts';

/** The words of a calendar in the language of its reader. */
export interface CalendarWords {
  name: string;
  anniversary: (agreement: DatedAgreement) => string;
  expiry: (agreement: DatedAgreement) => string;
}

interface CalendarHead {
  words: CalendarWords;
  /** The host of the site: with it, the names of events are unique in the world. */
  host: string;
  /** The whole address of the page of a partnership. */
  pageOf: (slug: string) => string;
}

const LINE_BYTES_MAX = 75;

/**
 * Anniversaries and ends of agreements as iCalendar (RFC 5545): days as whole days, and only where the day is known.
 */
export function writeCalendar(agreements: readonly DatedAgreement[], head: CalendarHead): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Madinatan//Register//AR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(head.words.name)}`,
    ...agreements.flatMap((agreement) => [...anniversaryOf(agreement, head), ...expiryOf(agreement, head)]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function anniversaryOf(agreement: DatedAgreement, head: CalendarHead): string[] {
  const { signedOn, kind } = agreement;
  if (signedOn?.length !== 10 || kind === 'termination') return [];
  const summary = head.words.anniversary(agreement);
  return eventOf(agreement, head, { name: 'signed', day: signedOn, summary, rule: ['RRULE:FREQ=YEARLY'] });
}

function expiryOf(agreement: DatedAgreement, head: CalendarHead): string[] {
  const { inForceUntil } = agreement;
  if (inForceUntil?.length !== 10) return [];
  return eventOf(agreement, head, {
    name: 'until',
    day: inForceUntil,
    summary: head.words.expiry(agreement),
    rule: [],
  });
}

interface Event {
  name: string;
  day: string;
  summary: string;
  rule: readonly string[];
}

function eventOf(agreement: DatedAgreement, { host, pageOf }: CalendarHead, event: Event): string[] {
  const { ref, agreementId, slug, changedAt } = agreement;
  return [
    'BEGIN:VEVENT',
    `UID:${ref}-${agreementId}-${event.name}@${host}`,
    `DTSTAMP:${changedAt}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    ...event.rule,
    `SUMMARY:${escapeText(event.summary)}`,
    `URL:${pageOf(slug)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/gu, '\\n')
    .replaceAll(/[\u0000-\u001F\u007F]/gu, '');
}

/** Lines are folded by bytes, and never within a letter. */
function foldLine(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const letter of line) {
    const own = Buffer.byteLength(letter);
    if (bytes + own > LINE_BYTES_MAX) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += letter;
    bytes += own;
  }
  return folded;
}
