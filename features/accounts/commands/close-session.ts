import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { session } from '#db/schema/accounts.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { localisePath } from '#i18n/locales.ts';
import { localeField, tokenField } from '../input.ts';
import { forgetSession, rememberedToken } from '../internal/session-cookie.ts';
import { hashToken } from '../model.ts';

/**
 * Signs out: the session of that token ends for every copy of its cookie. Nothing happens where it is over already. Whoever
 * holds the token may end it, so nobody needs to be signed in any more to sign out.
 */
export const closeSession = defineCommand({
  name: 'session.close',
  input: z.strictObject({ token: tokenField.nullable(), locale: localeField.optional() }),
  secretFields: ['token'],
  fromForm: async (form) => ({ token: await rememberedToken(), locale: form.get('locale') ?? undefined }),
  load: async ({ tx }, { token }) => {
    if (token === null) return { open: null };
    const [open] = await tx
      .select({ tokenHash: session.tokenHash, personId: session.personId })
      .from(session)
      .where(and(eq(session.tokenHash, hashToken(token)), isNull(session.endedAt)))
      .for('update');
    return { open: open ?? null };
  },
  allow: () => true,
  run: async ({ tx, now, audit }, { open }): Promise<{ isClosed: boolean }> => {
    if (open === null) return { isClosed: false };
    await tx.update(session).set({ endedAt: now }).where(eq(session.tokenHash, open.tokenHash));
    audit({ subjectKind: 'person', subjectId: open.personId });
    return { isClosed: true };
  },
  respond: async (_result, { locale }) => {
    await forgetSession();
    return { redirectTo: locale === undefined ? '/sign-in' : localisePath(locale, '/sign-in') };
  },
});
