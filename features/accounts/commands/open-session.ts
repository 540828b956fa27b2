import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { grant, person } from '#db/schema/accounts.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { localisePath } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { localeField, passwordField, signInEmailField } from '../input.ts';
import {
  type AttemptKeys,
  attemptKeys,
  clearFailures,
  countFailure,
  findObstacle,
  takeTurn,
} from '../internal/attempts.ts';
import { type BegunSession, beginSession } from '../internal/begin-session.ts';
import { isGrantLive } from '../internal/live-session.ts';
import { isPassword } from '../internal/passwords.ts';
import { ownPath } from '../own-path.ts';

/** Why nobody was signed in. The attempt stays counted, so this is an answer and not a problem thrown. */
export interface SignInRefused {
  refused: 'wrongCredentials' | 'tooManyAttempts';
  retryAfterSeconds?: number | undefined;
}

/** An account that may be signed in to. */
interface Account {
  id: string;
  passwordHash: string;
}

/**
 * Signs in with e-mail address and password. Somebody unknown, disabled or without any right gets the answer of a wrong
 * password, after the same time.
 *
 * Wrong passwords are counted by account and by network; after too many, none is looked at for a while, also not the
 * right one. The answer to the form is `wrongCredentials` or `tooManyAttempts`.
 */
export const openSession = defineCommand({
  name: 'session.open',
  input: z.strictObject({
    email: signInEmailField,
    password: passwordField,
    locale: localeField.optional(),
    next: z.string().max(2000).optional(),
  }),
  secretFields: ['password'],
  load: async (context, { email }) => ({
    keys: attemptKeys(email, context.call.source?.address ?? null),
    account: await findAccount(context, email),
  }),
  allow: () => true,
  run: async (context, { keys, account }, { password }): Promise<BegunSession | SignInRefused> => {
    const refusal = await refuse(context, { keys, account, password });
    if (refusal !== null || account === null) {
      const { refused: problem } = refusal ?? WRONG;
      context.audit({ subjectKind: 'person', subjectId: account?.id ?? null, problem });
      return refusal ?? WRONG;
    }
    context.audit({ subjectKind: 'person', subjectId: account.id });
    return beginSession(context, account.id);
  },
  respond: async (result, { locale = 'ar', next }) => {
    if ('refused' in result) {
      const { refused, retryAfterSeconds } = result;
      throw new Problem(refused, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
    }
    // next-auth can be loaded inside Next only; commands are also run by programs and tests.
    const { rememberSession } = await import('../internal/next-auth.ts');
    await rememberSession(result.token);
    return { redirectTo: ownPath(next) ?? localisePath(locale, '/dashboard') };
  },
});

const WRONG: SignInRefused = { refused: 'wrongCredentials' };

async function findAccount({ tx, now }: CommandContext, email: string): Promise<Account | null> {
  const [account] = await tx
    .select({ id: person.id, passwordHash: person.passwordHash })
    .from(person)
    .innerJoin(grant, isGrantLive(now))
    .where(and(eq(person.email, email), isNull(person.disabledAt)))
    .limit(1);
  return account ?? null;
}

async function refuse(
  { tx, now }: CommandContext,
  { keys, account, password }: { keys: AttemptKeys; account: Account | null; password: string },
): Promise<SignInRefused | null> {
  if (!(await takeTurn(tx, keys))) return { refused: 'tooManyAttempts', retryAfterSeconds: 1 };
  const obstacle = await findObstacle(tx, keys, now);
  if (obstacle !== null) return { refused: 'tooManyAttempts', retryAfterSeconds: obstacle.retryAfterSeconds };
  if (await isPassword(account?.passwordHash ?? null, password)) {
    await clearFailures(tx, keys);
    return null;
  }
  await countFailure(tx, keys, now);
  return WRONG;
}
