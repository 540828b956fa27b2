import { env } from '#platform/env.ts';

/** The mail server and who writes. */
export interface MailSettings {
  url: string;
  from: string;
}

/** The mail server of this installation; `null` while none is set, and then no mail leaves. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  return url === undefined || from === undefined ? null : { url, from };
}
