import { beforeEach, describe, expect, test, vi } from 'vitest';
import { runDueJob } from '#features/jobs/run-due.ts';
import { ATTEMPTS_MAX } from '#features/jobs/model.ts';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { sendAgain } from '#features/notifications/commands/send-again.ts';
import { setMailing } from '#features/notifications/commands/set-mailing.ts';
import { mailHandlerFor } from '#features/notifications/jobs.ts';
import { findLetter } from '#features/notifications/queries/find-letter.ts';
import { listMails } from '#features/notifications/queries/list-mails.ts';
import { assignUnit } from '#features/records/commands/assign-unit.ts';
import type { Locale } from '#i18n/locales.ts';
import { callBy, somebody, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';

// Faults are what is tried here; nobody has to read of them.
vi.hoisted(() => vi.stubEnv('LOG_LEVEL', 'silent'));

const { admin } = useTestDatabase();

const FROM = 'desk@madinatan.example';

beforeEach(async () => {
  await admin`delete from job`;
  await admin`delete from mail`;
});

/** Somebody who wishes a mail for each notice. */
async function somebodyMailed(locale: Locale = 'ar'): Promise<PersonActor> {
  const person = await somebody('editor');
  await admin`update person set locale = ${locale} where id = ${person.id}`;
  await runCommand(setMailing, { mailing: 'each' }, callBy(person));
  return person;
}

async function assignTo({ id: assignee }: PersonActor, title = 'مرفأ', by?: PersonActor) {
  const { id: record, ref } = await aPlace({ texts: { ar: { title } } });
  await runCommand(assignUnit, { record, scope: 'ar', assignee, dueOn: '2026-12-01' }, callBy(by));
  return { record, ref };
}

async function work(server: MailServer | null): Promise<boolean> {
  const handler = mailHandlerFor(() => (server === null ? null : { url: server.url, from: FROM }));
  return runDueJob([handler], () => new Date());
}

async function mails() {
  return (await listMails(SYSTEM, 1)).rows;
}

/** As if the time until the next try had passed. */
async function later() {
  await admin`update job set run_at = now() where done_at is null and failed_at is null`;
}

describe('a mail', () => {
  test('lies in the outbox with its cause, in the language of its reader, and leaves once for one recipient', async () => {
    const server = await startMailServer();
    const person = await somebodyMailed();
    const { ref } = await assignTo(person, 'Hafen – مرفأ');
    const [mail] = await mails();
    expect(mail).toMatchObject({ recipient: person.email, locale: 'ar', standing: 'waiting', attempts: 0 });
    expect(mail?.subject).toBe('تكليف من \u2068النظام\u2069: \u2068Hafen – مرفأ\u2069 · \u2068العربية\u2069');
    expect(mail?.body).toContain(`http://localhost:3000/dashboard/records/${ref}?unit=ar`);
    expect(mail?.body).toContain('الموعد: \u20681 ديسمبر 2026\u2069');

    expect(await work(server)).toBe(true);
    expect(await work(server), 'nothing is left to do').toBe(false);
    expect(server.taken).toMatchObject([{ from: FROM, to: [person.email] }]);
    const [{ raw } = { raw: '' }] = server.taken;
    expect(raw.match(/^(?:To|Cc|Bcc):.*$/gmu)).toEqual([`To: ${person.email}`]);
    expect(raw).toContain(`Message-ID: <${mail?.id ?? ''}@madinatan.example>`);
    expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/u);
    expect((await mails())[0]).toMatchObject({ standing: 'sent', attempts: 1, lastError: null });
  });

  test('is written in German for somebody who reads German', async () => {
    const person = await somebodyMailed('de');
    await assignTo(person);
    expect((await mails())[0]).toMatchObject({ locale: 'de' });
    expect((await mails())[0]?.subject).toMatch(/^Zugewiesen von /u);
  });

  test('is not written for who wishes one a day or none', async () => {
    const [daily, none] = [await somebody('editor'), await somebody('editor')];
    await runCommand(setMailing, { mailing: 'none' }, callBy(none));
    await assignTo(daily);
    await assignTo(none);
    expect(await mails()).toEqual([]);
  });

  test('gets no second header from a name with line breaks', async () => {
    const server = await startMailServer();
    const person = await somebodyMailed();
    const evil = { ...(await somebody('editor')), name: 'x\r\nBcc: all@example.org\r\n\r\nbody' };
    await assignTo(person, 'عنوان', evil);
    await work(server);
    expect(server.taken).toHaveLength(1);
    const [{ raw, to } = { raw: '', to: [] }] = server.taken;
    expect(to).toEqual([person.email]);
    expect(raw).not.toMatch(/^Bcc:/mu);
  });

  test.each(['a@example.org, b@example.org', 'a@example.org\r\nRCPT TO:<b@example.org>', 'nobody'])(
    'does not leave where the account has no single address: %j',
    async (address) => {
      const server = await startMailServer();
      const person = await somebodyMailed();
      await admin`update person set email = ${`${person.id} ${address}`} where id = ${person.id}`;
      await assignTo(person);
      await work(server);
      expect(server.calls).toBe(0);
      expect((await mails())[0]).toMatchObject({ standing: 'failed', lastError: 'noAddress', attempts: 0 });
    },
  );

  test('stays here while no server is set, and leaves when one is and somebody asks for it', async () => {
    const [person, administrator] = [await somebodyMailed(), await somebody('administrator')];
    await assignTo(person);
    await work(null);
    const [held] = await mails();
    expect(held).toMatchObject({ standing: 'held', attempts: 0 });
    const server = await startMailServer();
    expect(await work(server), 'nothing leaves by itself').toBe(false);
    await runCommand(sendAgain, { mail: held?.id }, callBy(administrator));
    await later();
    await work(server);
    expect((await mails())[0]).toMatchObject({ standing: 'sent' });
    await expect(runCommand(sendAgain, { mail: held?.id }, callBy(administrator))).rejects.toMatchObject({
      code: 'stateRefused',
    });
  });
});

describe('a server that refuses', () => {
  test('for now is asked again later, until it takes the mail', async () => {
    const server = await startMailServer();
    server.refusals = ['451 4.7.1 come back later', 'hang up'];
    await assignTo(await somebodyMailed());
    await work(server);
    expect((await mails())[0]).toMatchObject({ standing: 'failed', attempts: 1 });
    expect((await mails())[0]?.lastError).toContain('come back later');
    expect(await work(server), 'not at once').toBe(false);
    await later();
    await work(server);
    expect((await mails())[0]).toMatchObject({ standing: 'failed', attempts: 2 });
    await later();
    await work(server);
    expect((await mails())[0]).toMatchObject({ standing: 'sent', attempts: 3, lastError: null });
    expect(server.taken).toHaveLength(1);
  });

  test('for good is asked no more', async () => {
    const server = await startMailServer();
    server.refusals = ['550 5.1.1 no such person'];
    await assignTo(await somebodyMailed());
    await work(server);
    await later();
    expect(await work(server)).toBe(false);
    expect((await mails())[0]).toMatchObject({ standing: 'failed', attempts: 1 });
    expect((await mails())[0]?.lastError).toContain('no such person');
  });

  test('eight times leaves the mail to an administrator', async () => {
    const server = await startMailServer();
    server.refusals = Array.from({ length: ATTEMPTS_MAX }, () => '451 later');
    await assignTo(await somebodyMailed());
    for (let tries = 0; tries < ATTEMPTS_MAX; tries += 1) {
      await later();
      expect(await work(server)).toBe(true);
    }
    await later();
    expect(await work(server)).toBe(false);
    const [mail] = await mails();
    expect(mail).toMatchObject({ standing: 'failed', attempts: ATTEMPTS_MAX });
    await runCommand(sendAgain, { mail: mail?.id }, callBy(await somebody('administrator')));
    await later();
    await work(server);
    expect((await mails())[0]).toMatchObject({ standing: 'sent', attempts: 1 });
  });
});

test('a worker that died after the mail left, and noted it, sends no second one', async () => {
  const server = await startMailServer();
  await assignTo(await somebodyMailed());
  await work(server);
  // The job itself was never booked as done.
  await admin`update job set done_at = null, run_at = now()`;
  expect(await work(server)).toBe(true);
  expect(server.taken).toHaveLength(1);
});

test('the outbox is for administrators, and letters for the product itself', async () => {
  for (const actor of [ANONYMOUS, await somebody('publisher')]) {
    await expect(listMails(actor, 1)).rejects.toMatchObject({ code: 'forbidden' });
  }
  await assignTo(await somebodyMailed());
  const administrator = await somebody('administrator');
  const { rows, total } = await listMails(administrator, 1);
  expect(total).toBe(1);
  await expect(findLetter(administrator, rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await findLetter(SYSTEM, rows[0]?.id ?? '')).toMatchObject({ locale: 'ar' });
});
