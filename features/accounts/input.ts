import { z } from 'zod';
import { ROLES } from '#features/ledger/model.ts';
import { LOCALES } from '#i18n/locales.ts';
import { normaliseEmail } from './model.ts';

const EMAIL_LENGTH_MAX = 254;
const NAME_LENGTH_MAX = 100;

/** Longer than any password that may be chosen, so that the rules name the limit; short enough to refuse floods early. */
const PASSWORD_INPUT_MAX = 1000;

/** A secret of our own making, in an address or a cookie. */
export const tokenField = z.string().min(1).max(100);

/** A password as typed; the rules for a new one depend on whose it is, so they are asked in the command. */
export const passwordField = z.string().min(1).max(PASSWORD_INPUT_MAX);

/** Any text in place of an e-mail address at sign-in: what is no address is simply not known. */
export const signInEmailField = z.string().min(1).max(EMAIL_LENGTH_MAX).transform(normaliseEmail);

/** An e-mail address of a new account, normalised. */
export const emailField = z
  .string()
  .min(1)
  .max(EMAIL_LENGTH_MAX)
  .transform(normaliseEmail)
  .refine((email) => /^[^\s@\p{Cc}\p{Cf}]+@[^\s@\p{Cc}\p{Cf}]+\.[^\s@.\p{Cc}\p{Cf}]+$/u.test(email), {
    params: { reason: 'emailInvalid' },
  });

/** A person's name in one line, in any script. */
export const nameField = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(z.string().min(1).max(NAME_LENGTH_MAX))
  .superRefine((name, context) => {
    const reason = nameFault(name);
    if (reason !== null) context.addIssue({ code: 'custom', params: { reason } });
  });

/** The language of the interface. */
export const localeField = z.enum(LOCALES);

/** The rights of a new account. */
export const grantsField = z
  .array(
    z.strictObject({
      role: z.enum(ROLES),
      /** `null` for all languages. */
      locale: localeField.nullable().default(null),
      until: z.coerce.date().nullable().default(null),
    }),
  )
  .min(1)
  .max(20);

/** Names are shown beside everything that somebody did, so they may not pretend to be another one. */
function nameFault(name: string): string | null {
  if (!name.isWellFormed()) return 'loneSurrogate';
  if (/[\n\r\u0085\u2028\u2029]/u.test(name)) return 'lineBreak';
  if (/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u.test(name)) return 'bidiControl';
  return /\p{Cc}/u.test(name) ? 'controlCharacter' : null;
}
