import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Actor, ANONYMOUS, type Role } from '#features/ledger/model.ts';
import { isLocale } from '#i18n/locales.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';
import { WHO, type Who } from './rights-cases.ts';
import { BY_SECRET, CASES } from './rights-table.ts';

// Links to drafts are signed.
vi.hoisted(() => vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two letters'));

const database = useTestDatabase();
const { auditOf, fingerprint } = lookInto(database);

const actors = new Map<Who, Actor>();

beforeAll(async () => {
  for (const who of WHO) {
    const [role = '', locale = ''] = who.split(' ');
    actors.set(who, role === 'anonymous' ? ANONYMOUS : await somebody(role as Role, isLocale(locale) ? locale : null));
  }
});

/** Every file in a folder of commands, by the name of the command it exports. */
async function commandNames(): Promise<string[]> {
  const features = fileURLToPath(new URL('../../../features', import.meta.url));
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^/\\]+[/\\]commands[/\\][^/\\]+\.ts$/u.test(file),
  );
  const exported = await Promise.all(
    files.map(async (file): Promise<object> => import(pathToFileURL(path.join(features, file)).href)),
  );
  return exported.map((module, index) => {
    const commands = Object.values(module).filter((value: unknown) => isCommand(value));
    if (commands.length !== 1) throw new Error(`${files[index] ?? ''} exports ${String(commands.length)} commands`);
    return String(Reflect.get(commands[0] as object, 'name'));
  });
}

function isCommand(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'allow' in value && 'run' in value;
}

test('every command of the product stands in the table, and nothing else', async () => {
  const inTable = [...new Set([...CASES.map(({ command }) => command), ...BY_SECRET])];
  expect((await commandNames()).toSorted()).toEqual(inTable.toSorted());
});

test('strangers may do nothing of it', () => {
  expect(CASES.filter(({ allowed }) => allowed.includes('anonymous'))).toEqual([]);
});

describe.each(CASES)('$command: $deed', ({ command, allowed, arrange, leavesTrail }) => {
  test.each(WHO)('%s', async (who) => {
    const attempt = await arrange();
    const call = callBy(actors.get(who));
    if (allowed.includes(who)) {
      await attempt(call);
      const lines = await auditOf(call.requestId);
      if (leavesTrail) expect(lines).toContainEqual(expect.objectContaining({ action: command, outcome: 'done' }));
      else expect(lines).toEqual([]);
      return;
    }
    const problem = who === 'anonymous' ? 'signedOut' : 'forbidden';
    const before = await fingerprint();
    await expect(attempt(call)).rejects.toMatchObject({ code: problem });
    expect(await fingerprint()).toBe(before);
    expect(await auditOf(call.requestId)).toMatchObject([{ action: command, outcome: 'refused', problem }]);
  });
});
