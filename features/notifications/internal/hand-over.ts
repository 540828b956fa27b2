import { createTransport } from 'nodemailer';
import type { Locale } from '#i18n/locales.ts';
import type { MailSettings } from '../mail-settings.ts';
import { mailMarkup } from './mail-markup.ts';

/** A mail on its way to the server. */
export interface Letter {
  id: string;
  recipient: string;
  locale: Locale;
  subject: string;
  body: string;
}

/** What became of handing a mail over: it was taken, or why not, and whether another try may help. */
export type HandOver = { taken: true } | { taken: false; said: string; isFinal: boolean };

/** Shorter than the lease of a job together, so that no second worker begins while one still waits. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
const SAID_MAX = 500;

/** Hands one mail to the mail server, for exactly one recipient. */
export async function handOver({ url, from }: MailSettings, letter: Letter): Promise<HandOver> {
  const { id, recipient, locale, subject, body } = letter;
  const transport = createTransport({ url, ...TIMEOUTS });
  try {
    await transport.sendMail({
      // Addresses as parts, not as text: nothing in them is read as a second one.
      from: { name: '', address: from },
      to: [{ name: '', address: recipient }],
      envelope: { from, to: [recipient] },
      subject,
      text: body,
      html: mailMarkup(locale, body),
      // The same mail has the same name on every try, so that receivers know it again.
      messageId: `<${id}@${from.split('@').at(-1) ?? 'localhost'}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { taken: true };
  } catch (thrown) {
    return { taken: false, said: whatWasSaid(thrown), isFinal: isFinal(thrown) };
  } finally {
    transport.close();
  }
}

function whatWasSaid(thrown: unknown): string {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, SAID_MAX);
}

/** A server that answers with 5xx to the mail itself says that it will never take it; anything else may pass. */
function isFinal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code: unknown = Reflect.get(thrown, 'responseCode');
  const kind: unknown = Reflect.get(thrown, 'code');
  return typeof code === 'number' && code >= 500 && kind !== 'EAUTH' && kind !== 'ECONNECTION';
}
