import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/client.ts';
import { env } from '#platform/env.ts';
import { isProblem, type Problem } from '#platform/problem.ts';
import { createAccount, type NewAccount, newResetLink, newSetUpLink } from './admin/accounts.ts';
import { problemSentences } from './describe-problem.ts';

const USAGE = `npm run admin -- create EMAIL --role ROLE [--role ROLE …] [--locale ar|de|en] [--name NAME] --password-stdin
    makes an account; ROLE is administrator, publisher, editor, translator or reviewer. The language is that of the
    interface, and the one that a translator or reviewer is bound to. The password is read from standard input.
npm run admin -- reset EMAIL
    prints an address under which the person chooses a new password, once, within an hour
npm run admin -- set-up-link
    prints the address under which the first administrator is made, once, within a day`;

process.exitCode = await main().finally(() => closeDatabase());

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) return 1;
  if (env().DATABASE_URL === undefined) {
    console.error('DATABASE_URL is not set: it names the database in which the account shall be.');
    return 1;
  }
  try {
    console.log(await carryOut(asked));
    return 0;
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    console.error(await sentencesOf(thrown));
    return 1;
  }
}

type Asked = { verb: 'create'; account: NewAccount } | { verb: 'reset'; email: string } | { verb: 'set-up-link' };

async function carryOut(asked: Asked): Promise<string> {
  switch (asked.verb) {
    case 'create':
      return createAccount(asked.account, await readPassword());
    case 'reset':
      return newResetLink(asked.email);
    case 'set-up-link':
      return newSetUpLink();
  }
}

function readArguments(): Asked | null {
  try {
    return parse(process.argv.slice(2));
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    return null;
  }
}

/** @throws Error saying what is missing or not known */
function parse(args: string[]): Asked {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      role: { type: 'string', multiple: true, default: [] },
      locale: { type: 'string', default: 'ar' },
      name: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  });
  const [verb, email, ...more] = positionals;
  if (more.length > 0) throw new Error(USAGE);
  if (verb === 'set-up-link' && email === undefined) return { verb };
  if (email === undefined) throw new Error(USAGE);
  if (verb === 'reset') return { verb, email };
  if (verb !== 'create') throw new Error(USAGE);
  if (!values['password-stdin']) {
    throw new Error(
      'Give --password-stdin and the password on standard input: on the command line others could read it.',
    );
  }
  const { role: roles, locale, name } = values;
  return { verb, account: { email, roles, locale, name } };
}

async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/u, '');
}

async function sentencesOf({ code, detail }: Problem): Promise<string> {
  if (code === 'notFound') return 'Nobody with this e-mail address has an account that is in use.';
  const say = await problemSentences('en');
  if (detail.fields === undefined) return say({ reason: code });
  return detail.fields.map(({ path, reason, params }) => `${path}: ${say({ reason, params })}`).join('\n');
}
