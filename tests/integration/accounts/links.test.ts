import { beforeEach, describe, expect, it } from 'vitest';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import { issueResetLink } from '#features/accounts/commands/issue-reset-link.ts';
import { issueSetUpLink } from '#features/accounts/commands/issue-set-up-link.ts';
import { keepSession } from '#features/accounts/commands/keep-session.ts';
import { resetPassword } from '#features/accounts/commands/reset-password.ts';
import { setUpPerson } from '#features/accounts/commands/set-up-person.ts';
import { findOpenLink } from '#features/accounts/queries/find-open-link.ts';
import { findSessionActor } from '#features/accounts/queries/find-session-actor.ts';
import { ANONYMOUS, type PersonActor, type Role } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { callBy, NOW, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, aPerson, PASSWORD, signedInToken, signIn, strangerCall } from './calls.ts';

const { admin } = useTestDatabase();

beforeEach(async () => {
  await admin`truncate person, session, set_up_link, sign_in_attempt, audit_event cascade`;
});

const LINK_USED = { code: 'invalid', detail: { fields: [{ path: 'token', reason: 'linkUsed' }] } };
const chosen = { name: 'سلمى حداد', email: 'salma@example.org', password: PASSWORD, locale: 'ar' };

describe('person.issueSetUpLink', () => {
  it('gives a link of which the database keeps only a hash, for a day', async () => {
    const link = await runCommand(issueSetUpLink, {}, callBy());
    expect(link).toMatchObject({ token: expect.stringMatching(/^[\w-]{43}$/u), endsAt: after({ minutes: 24 * 60 }) });
    expect(JSON.stringify(await admin`select * from set_up_link, audit_event`)).not.toContain(link?.token);
  });

  it('ends the link before', async () => {
    const first = await setUpToken();
    const second = await setUpToken();
    expect(await findOpenLink(first, NOW)).toBeNull();
    expect(await findOpenLink(second, NOW)).toEqual({ purpose: 'administrator', email: null });
  });

  it('gives none as soon as there is an administrator, and one again where he cannot sign in any more', async () => {
    await aPerson({ grants: [{ role: 'editor' }] });
    await expect(runCommand(issueSetUpLink, {}, callBy())).resolves.not.toBeNull();
    const id = await aPerson({ email: 'admin@example.org', grants: [{ role: 'administrator' }] });
    await expect(runCommand(issueSetUpLink, {}, callBy())).resolves.toBeNull();
    await admin`update person set disabled_at = ${NOW} where id = ${id}`;
    await expect(runCommand(issueSetUpLink, {}, callBy())).resolves.not.toBeNull();
  });

  it('is for the product itself', async () => {
    await expect(runCommand(issueSetUpLink, {}, callBy(ANONYMOUS))).rejects.toMatchObject({ code: 'signedOut' });
    await expect(runCommand(issueSetUpLink, {}, callBy(actor('administrator')))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('person.setUp', () => {
  it('makes the first administrator and signs in', async () => {
    const { token } = await runCommand(setUpPerson, { token: await setUpToken(), ...chosen }, strangerCall());
    const found = await findSessionActor(token, NOW);
    expect(found?.actor).toMatchObject({ name: 'سلمى حداد', grants: [{ role: 'administrator', locale: null }] });
    expect(await signIn()).toHaveProperty('token');
  });

  it('works once', async () => {
    const token = await setUpToken();
    await runCommand(setUpPerson, { token, ...chosen }, strangerCall());
    const again = runCommand(setUpPerson, { token, ...chosen, email: 'other@example.org' }, strangerCall());
    await expect(again).rejects.toMatchObject(LINK_USED);
    expect(await admin`select email from person`).toEqual([{ email: 'salma@example.org' }]);
  });

  it('works once also where two send it at the same moment', async () => {
    const token = await setUpToken();
    const both = await Promise.allSettled(
      ['one@example.org', 'two@example.org'].map((email) =>
        runCommand(setUpPerson, { token, ...chosen, email }, strangerCall()),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await admin`select email from person`).toHaveLength(1);
  });

  it('does not work after a day, nor under a link for something else, nor under none', async () => {
    const token = await setUpToken();
    const late = strangerCall({ now: after({ minutes: 24 * 60 }) });
    await expect(runCommand(setUpPerson, { token, ...chosen }, late)).rejects.toMatchObject(LINK_USED);
    await aPerson({ email: 'other@example.org' });
    const other = await resetToken('other@example.org');
    await expect(runCommand(setUpPerson, { token: other, ...chosen }, strangerCall())).rejects.toMatchObject(LINK_USED);
    await expect(runCommand(setUpPerson, { token: 'x', ...chosen }, strangerCall())).rejects.toMatchObject(LINK_USED);
  });

  it('does not make a second administrator where there is one meanwhile', async () => {
    const token = await setUpToken();
    await aPerson({ email: 'admin@example.org', grants: [{ role: 'administrator' }] });
    await expect(runCommand(setUpPerson, { token, ...chosen }, strangerCall())).rejects.toMatchObject(LINK_USED);
  });

  it.each([
    ['a short password', { password: 'eleven char' }, { path: 'password', reason: 'passwordShort' }],
    ['a common password', { password: 'password1234' }, { path: 'password', reason: 'passwordCommon' }],
    ['no password', { password: '' }, { path: 'password', reason: 'required' }],
    ['no address', { email: 'salma' }, { path: 'email', reason: 'emailInvalid' }],
    ['an address with a hidden sign', { email: 'sal\u200Bma@example.org' }, { path: 'email', reason: 'emailInvalid' }],
    ['no name', { name: '   ' }, { path: 'name', reason: 'required' }],
    ['a name that turns around', { name: 'سلمى \u202Eحداد' }, { path: 'name', reason: 'bidiControl' }],
    ['a name with half a character', { name: 'Salma \uD83D' }, { path: 'name', reason: 'loneSurrogate' }],
    ['a name in two lines', { name: 'Salma\nHaddad' }, { path: 'name', reason: 'lineBreak' }],
    ['an endless name', { name: 'x'.repeat(101) }, { path: 'name', reason: 'tooLong' }],
    ['another language', { locale: 'fr' }, { path: 'locale', reason: 'notOffered' }],
    ['rights on top', { grants: [{ role: 'administrator' }] }, { path: 'grants', reason: 'unknownKey' }],
  ])('refuses %s and leaves the link open', async (_name, changes, field) => {
    const token = await setUpToken();
    await expect(runCommand(setUpPerson, { token, ...chosen, ...changes }, strangerCall())).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [expect.objectContaining(field)] },
    });
    expect(await findOpenLink(token, NOW)).not.toBeNull();
    expect(await admin`select * from person`).toHaveLength(0);
  });
});

describe('person.create', () => {
  it('adds somebody with rights', async () => {
    const id = await aPerson({ grants: [{ role: 'translator', locale: 'de' }, { role: 'editor' }], locale: 'de' });
    expect(await admin`select email, locale from person where id = ${id}`).toEqual([
      { email: 'salma@example.org', locale: 'de' },
    ]);
    const grants = await admin`select role, locale, until from person_grant order by role desc`;
    expect(grants).toEqual([
      { role: 'translator', locale: 'de', until: null },
      { role: 'editor', locale: null, until: null },
    ]);
  });

  it('keeps only an argon2id hash of the password', async () => {
    await aPerson();
    const [row] = await admin`select password_hash from person`;
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  });

  it('refuses an address that has an account, in any spelling', async () => {
    await aPerson();
    await expect(aPerson({ email: 'Salma@EXAMPLE.org' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'email', reason: 'emailTaken' }] },
    });
    const both = await Promise.allSettled([
      aPerson({ email: 'new@example.org' }),
      aPerson({ email: 'new@example.org' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each(['publisher', 'editor', 'translator', 'reviewer'] as const)('is not for a %s', async (role) => {
    const added = { ...chosen, grants: [{ role: 'administrator' }] };
    await expect(runCommand(createPerson, added, callBy(actor(role)))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(runCommand(createPerson, added, callBy(ANONYMOUS))).rejects.toMatchObject({ code: 'signedOut' });
    expect(await admin`select * from person`).toHaveLength(0);
  });

  it('is for an administrator', async () => {
    const id = await aPerson({ email: 'admin@example.org', grants: [{ role: 'administrator' }] });
    const added = { ...chosen, grants: [{ role: 'editor' }] };
    await runCommand(createPerson, added, callBy({ ...actor('administrator'), id }));
    expect(await admin`select actor_id from audit_event where actor_kind = 'person'`).toEqual([{ actor_id: id }]);
  });

  it('needs at least one right', async () => {
    await expect(aPerson({ grants: [] })).rejects.toMatchObject({
      detail: { fields: [{ path: 'grants', reason: 'tooFew', params: { min: 1 } }] },
    });
  });
});

describe('person.issueResetLink and person.resetPassword', () => {
  it('let a person choose a new password once; all sessions end and a closed account opens', async () => {
    await aPerson();
    const session = await signedInToken();
    const link = await resetToken();
    expect(await findOpenLink(link, NOW)).toEqual({ purpose: 'password', email: 'salma@example.org' });
    for (let failure = 0; failure < 10; failure += 1) await signIn({ password: 'wrong horse battery' });
    const given = { token: link, password: 'rain over an old harbour', locale: 'ar' };
    await runCommand(resetPassword, given, strangerCall());
    expect(await findSessionActor(session, NOW)).toBeNull();
    expect(await signIn({ password: PASSWORD })).toEqual({ refused: 'wrongCredentials' });
    expect(await signIn({ password: 'rain over an old harbour' })).toHaveProperty('token');
    await expect(runCommand(resetPassword, given, strangerCall())).rejects.toMatchObject(LINK_USED);
  });

  it('leave everything as it was until the new password is chosen, and for a bad one', async () => {
    await aPerson();
    const link = await resetToken();
    const own = { token: link, password: 'my salma@example.org', locale: 'ar' };
    await expect(runCommand(resetPassword, own, strangerCall())).rejects.toMatchObject({
      detail: { fields: [{ path: 'password', reason: 'passwordCommon' }] },
    });
    expect(await signIn()).toHaveProperty('token');
    expect(await findOpenLink(link, NOW)).not.toBeNull();
  });

  it('end after an hour, with the next link and with the account', async () => {
    const id = await aPerson();
    const given = { password: 'rain over an old harbour', locale: 'ar' };
    const first = await resetToken();
    const late = strangerCall({ now: after({ minutes: 60 }) });
    await expect(runCommand(resetPassword, { ...given, token: first }, late)).rejects.toMatchObject(LINK_USED);
    const second = await resetToken();
    await expect(runCommand(resetPassword, { ...given, token: first }, strangerCall())).rejects.toMatchObject(
      LINK_USED,
    );
    await admin`update person set disabled_at = ${NOW} where id = ${id}`;
    await expect(runCommand(resetPassword, { ...given, token: second }, strangerCall())).rejects.toMatchObject(
      LINK_USED,
    );
  });

  it('are made for known people by administrators and by the product', async () => {
    await aPerson();
    const email = 'salma@example.org';
    await expect(runCommand(issueResetLink, { email }, callBy(actor('publisher')))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(runCommand(issueResetLink, { email }, callBy(ANONYMOUS))).rejects.toMatchObject({ code: 'signedOut' });
    const unknown = runCommand(issueResetLink, { email: 'nobody@example.org' }, callBy());
    await expect(unknown).rejects.toMatchObject({ code: 'notFound' });
    expect(await admin`select * from set_up_link`).toHaveLength(0);
  });
});

describe('session.keep', () => {
  it('moves the end for idleness, not the end itself, and raises nothing from the dead', async () => {
    await aPerson();
    const token = await signedInToken();
    await runCommand(keepSession, { token }, callBy(SYSTEM, { now: after({ minutes: 50 }) }));
    expect(await findSessionActor(token, after({ minutes: 100 }))).not.toBeNull();
    await runCommand(keepSession, { token }, callBy(SYSTEM, { now: after({ minutes: 120 }) }));
    expect(await findSessionActor(token, after({ minutes: 121 }))).toBeNull();
  });

  it('is for the product itself', async () => {
    const call = callBy(ANONYMOUS);
    await expect(runCommand(keepSession, { token: 'x' }, call)).rejects.toMatchObject({ code: 'signedOut' });
  });
});

async function setUpToken(): Promise<string> {
  const link = await runCommand(issueSetUpLink, {}, callBy());
  if (link === null) throw new Error('there is an administrator already');
  return link.token;
}

async function resetToken(email = 'salma@example.org'): Promise<string> {
  const { token } = await runCommand(issueResetLink, { email }, callBy());
  return token;
}

function actor(role: Role): PersonActor {
  const grants = [{ role, locale: null }];
  return { kind: 'person', id: crypto.randomUUID(), name: 'Test', email: 'test@example.org', locale: 'en', grants };
}
