import { beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { closeSession } from '#features/accounts/commands/close-session.ts';
import { forgetPast } from '#features/accounts/commands/forget-past.ts';
import { openSession } from '#features/accounts/commands/open-session.ts';
import { findSessionActor } from '#features/accounts/queries/find-session-actor.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { callBy, NOW, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, aPerson, PASSWORD, signedInToken, signIn, strangerCall } from './calls.ts';

const { admin } = useTestDatabase();

beforeEach(async () => {
  await admin`truncate person, session, sign_in_attempt, audit_event cascade`;
});

describe('session.open', () => {
  it('begins a session of which the database keeps only a hash', async () => {
    const id = await aPerson();
    const token = await signedInToken();
    const rows = await admin`select * from session`;
    expect(rows).toMatchObject([
      {
        token_hash: createHash('sha256').update(token).digest('hex'),
        person_id: id,
        ends_at: after({ minutes: 12 * 60 }),
        agent: 'Test browser',
      },
    ]);
    expect(JSON.stringify(await admin`select * from session, audit_event`)).not.toContain(token);
    expect(await findSessionActor(token, NOW)).toMatchObject({
      actor: {
        kind: 'person',
        id,
        email: 'salma@example.org',
        locale: 'ar',
        grants: [{ role: 'editor', locale: null }],
      },
    });
  });

  it('gives each sign-in a token of its own', async () => {
    await aPerson();
    expect(await signedInToken()).not.toBe(await signedInToken());
  });

  it('takes the address in any spelling and the password in any composition', async () => {
    await aPerson({ password: 'Mo\u0308wen am Hafen' });
    expect(await signIn({ email: ' SALMA@Example.org ', password: 'Möwen am Hafen' })).toHaveProperty('token');
  });

  it('answers a wrong password, an unknown address, a disabled person and one without rights alike', async () => {
    await aPerson();
    const gone = await aPerson({ email: 'gone@example.org' });
    await aPerson({ email: 'bare@example.org', grants: [{ role: 'editor', until: NOW.toISOString() }] });
    await admin`update person set disabled_at = ${NOW} where id = ${gone}`;
    const answers = [
      await signIn({ password: 'wrong horse battery' }),
      await signIn({ email: 'nobody@example.org' }),
      await signIn({ email: 'gone@example.org' }),
      await signIn({ email: 'bare@example.org' }),
      await signIn({ email: 'no address at all' }),
    ];
    for (const answer of answers) expect(answer).toEqual({ refused: 'wrongCredentials' });
    expect(await admin`select * from session`).toHaveLength(0);
    expect(await admin`select failures from sign_in_attempt where key like 'account:%'`).toHaveLength(5);
  });

  it('takes as long for an unknown address as for a known one', async () => {
    await aPerson();
    await signIn({ email: 'warm-up@example.org' });
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      known.push(await secondsOf(() => signIn({ password: 'wrong horse battery' })));
      unknown.push(await secondsOf(() => signIn({ email: `nobody-${String(round)}@example.org` })));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('writes each attempt down, refused ones with why, never with what was typed', async () => {
    const id = await aPerson();
    await signIn();
    await signIn({ password: 'wrong horse battery' });
    await signIn({ email: 'nobody@example.org', password: 'secret of nobody' });
    const lines = await admin`select * from audit_event where action = 'session.open' order by id`;
    expect(lines).toMatchObject([
      { outcome: 'done', problem: null, subject_id: id, actor_kind: 'anonymous' },
      { outcome: 'refused', problem: 'wrongCredentials', subject_id: id },
      { outcome: 'refused', problem: 'wrongCredentials', subject_id: null },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/horse|nobody/u);
  });

  it('tells the form why, after the attempt was counted', async () => {
    await aPerson();
    const refused = await signIn({ password: 'wrong horse battery' });
    expect(await admin`select failures from sign_in_attempt where key like 'account:%'`).toEqual([{ failures: 1 }]);
    const respond = openSession.respond?.(refused, { email: 'salma@example.org', password: '…' });
    await expect(respond).rejects.toMatchObject({ code: 'wrongCredentials' });
  });

  it.each([
    ['nothing', {}, ['required', 'required']],
    ['no password', { email: 'salma@example.org' }, ['required']],
    ['a list of addresses', { email: ['a', 'b'], password: PASSWORD }, ['wrongType']],
    ['an endless password', { email: 'salma@example.org', password: 'x'.repeat(1001) }, ['tooLong']],
    ['a role on top', { email: 'salma@example.org', password: PASSWORD, role: 'administrator' }, ['unknownKey']],
  ])('refuses %s and counts nothing', async (_name, raw, reasons) => {
    const fields = reasons.map((reason) => expect.objectContaining({ reason }));
    await expect(runCommand(openSession, raw, strangerCall())).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields },
    });
    expect(await admin`select * from sign_in_attempt`).toHaveLength(0);
  });
});

describe('the limits of sign-in', () => {
  it('let an account wait after ten wrong passwords, also with the right one, and open again', async () => {
    await aPerson();
    for (let failure = 1; failure <= 10; failure += 1) {
      expect(await signIn({ password: 'wrong horse battery' })).toEqual({ refused: 'wrongCredentials' });
    }
    expect(await signIn()).toEqual({ refused: 'tooManyAttempts', retryAfterSeconds: 30 });
    const later = strangerCall({ now: after({ seconds: 29 }), address: '198.51.100.1' });
    expect(await signIn({}, later)).toEqual({ refused: 'tooManyAttempts', retryAfterSeconds: 1 });
    expect(await signIn({}, strangerCall({ now: after({ seconds: 30 }) }))).toHaveProperty('token');
    expect(await admin`select * from sign_in_attempt where key like 'account:%'`).toHaveLength(0);
  });

  it('hold for an address that nobody has, so that they tell nothing', async () => {
    for (let failure = 1; failure <= 10; failure += 1) await signIn({ email: 'nobody@example.org' });
    expect(await signIn({ email: 'nobody@example.org' })).toEqual({
      refused: 'tooManyAttempts',
      retryAfterSeconds: 30,
    });
  });

  it('close an account after a hundred wrong passwords, wherever they come from', async () => {
    await aPerson();
    let checked = 0;
    for (let guess = 0; guess < 300; guess += 1) {
      const call = strangerCall({ now: after({ minutes: guess * 16 }), address: `198.51.${String(guess % 100)}.1` });
      const answer = await signIn({ password: 'wrong horse battery' }, call);
      if ('refused' in answer && answer.refused === 'wrongCredentials') checked += 1;
    }
    expect(checked).toBe(100);
    const muchLater = strangerCall({ now: after({ minutes: 60 * 24 * 365 }) });
    expect(await signIn({}, muchLater)).toEqual({ refused: 'tooManyAttempts', retryAfterSeconds: undefined });
  });

  it('stop a network after fifty wrong passwords until its window is over', async () => {
    await aPerson();
    for (let guess = 0; guess < 50; guess += 1) await signIn({ email: `guess-${String(guess)}@example.org` });
    expect(await signIn()).toEqual({ refused: 'tooManyAttempts', retryAfterSeconds: 900 });
    expect(await signIn({}, strangerCall({ address: '198.51.100.1' }))).toHaveProperty('token');
    expect(await signIn({}, strangerCall({ now: after({ minutes: 15 }) }))).toHaveProperty('token');
  });

  it('look at guesses that come at once one after the other', async () => {
    await aPerson();
    const guesses = Array.from({ length: 8 }, () => signIn({ password: 'wrong horse battery' }));
    const answers = await Promise.all(guesses);
    const checked = answers.filter((answer) => 'refused' in answer && answer.refused === 'wrongCredentials').length;
    expect(checked).toBeGreaterThan(0);
    expect(await admin`select failures from sign_in_attempt where key like 'account:%'`).toEqual([
      { failures: checked },
    ]);
  });
});

describe('a session', () => {
  it('is refused from the next request on when it was closed, for every copy of the cookie', async () => {
    await aPerson();
    const token = await signedInToken();
    const other = await signedInToken();
    expect(await runCommand(closeSession, { token }, strangerCall())).toEqual({ isClosed: true });
    expect(await findSessionActor(token, NOW)).toBeNull();
    expect(await findSessionActor(other, NOW)).not.toBeNull();
    expect(await runCommand(closeSession, { token }, strangerCall())).toEqual({ isClosed: false });
    expect(await runCommand(closeSession, { token: null }, strangerCall())).toEqual({ isClosed: false });
  });

  it('is refused from the next request on when the person was disabled', async () => {
    const id = await aPerson();
    const token = await signedInToken();
    await admin`update person set disabled_at = ${NOW} where id = ${id}`;
    expect(await findSessionActor(token, NOW)).toBeNull();
  });

  it('has the rights of this moment, each until its day', async () => {
    const until = after({ minutes: 30 }).toISOString();
    const id = await aPerson({
      grants: [
        { role: 'reviewer', locale: 'de' },
        { role: 'publisher', until },
      ],
    });
    const token = await signedInToken();
    const rights = async (now: Date) => (await findSessionActor(token, now))?.actor.grants;
    expect(await rights(NOW)).toEqual([
      { role: 'reviewer', locale: 'de' },
      { role: 'publisher', locale: null },
    ]);
    expect(await rights(after({ minutes: 31 }))).toEqual([{ role: 'reviewer', locale: 'de' }]);
    await admin`delete from person_grant where person_id = ${id}`;
    expect(await rights(NOW)).toBeUndefined();
  });

  it('ends after an hour without a request and after twelve hours in any case', async () => {
    await aPerson();
    const token = await signedInToken();
    expect(await findSessionActor(token, after({ minutes: 59 }))).not.toBeNull();
    expect(await findSessionActor(token, after({ minutes: 60 }))).toBeNull();
    await admin`update session set seen_at = ${after({ minutes: 719 })}`;
    expect(await findSessionActor(token, after({ minutes: 719 }))).not.toBeNull();
    expect(await findSessionActor(token, after({ minutes: 720 }))).toBeNull();
  });

  it('is forgotten 30 days after its end, as are counters, but not that of a closed account', async () => {
    await aPerson();
    await signedInToken();
    await signIn({ password: 'wrong horse battery' });
    await signIn({ email: 'closed@example.org' });
    await admin`
      update sign_in_attempt set failures = 100
      where key = (select key from sign_in_attempt where key like 'account:%' order by key limit 1)`;
    const left = async () => ({
      sessions: (await admin`select * from session`).length,
      counters: (await admin`select failures from sign_in_attempt order by failures`).map(({ failures }) => failures),
    });
    const days = (count: number) => callBy(SYSTEM, { now: after({ minutes: count * 24 * 60 }) });
    await runCommand(forgetPast, {}, days(30));
    expect(await left()).toEqual({ sessions: 1, counters: [1, 2, 100] });
    await runCommand(forgetPast, {}, days(31));
    expect(await left()).toEqual({ sessions: 0, counters: [100] });
    await expect(runCommand(forgetPast, {}, strangerCall())).rejects.toMatchObject({ code: 'signedOut' });
  });

  it('is nobody’s for a token that was never given', async () => {
    expect(await findSessionActor('x'.repeat(43), NOW)).toBeNull();
    expect(await findSessionActor('', NOW)).toBeNull();
  });
});

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
