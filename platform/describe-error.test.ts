import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { describeError, withoutSecrets } from './describe-error.ts';

const TYPED = 'Jane.Doe@example.org';

/** As the driver makes it from what the server says. */
function serverError(fields: Record<string, string>): Error {
  return Object.assign(new postgres.PostgresError('from the server'), { severity: 'ERROR' }, fields);
}

describe('of an error, the log keeps', () => {
  test('name, message, code and frames, for each cause', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const described = describeError(new TypeError('cannot', { cause }));
    expect(described).toMatchObject({ name: 'TypeError', message: 'cannot', cause: { code: 'ECONNREFUSED' } });
    expect(described.frames?.[0]).toContain('describe-error.test.ts');
  });

  test('the statement of a failed query, and no parameter', () => {
    const cause = serverError({
      code: '23505',
      message: 'duplicate key value violates unique constraint "person_email_key"',
      detail: `Key (email)=(${TYPED}) already exists.`,
      constraint_name: 'person_email_key',
      table_name: 'person',
    });
    const described = describeError(new DrizzleQueryError('insert into person values ($1)', [TYPED], cause));
    expect(described).toMatchObject({
      query: 'insert into person values ($1)',
      cause: { code: '23505', constraint: 'person_email_key', table: 'person' },
    });
    expect(JSON.stringify(described)).not.toContain(TYPED);
  });

  test('no message of Postgres that quotes a value', () => {
    const described = describeError(serverError({ code: '22P02', message: `invalid input syntax for "${TYPED}"` }));
    expect(described).toMatchObject({ name: 'PostgresError', code: '22P02' });
    expect(described).not.toHaveProperty('message');
  });

  test('no line of a message that looks like a frame', () => {
    const described = describeError(new DrizzleQueryError('select $1', [`a\n    at ${TYPED}:1:2`], new Error('x')));
    expect(JSON.stringify(described)).not.toContain(TYPED);
  });

  test('an end, where causes go round in a circle', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"round"/gu)).toHaveLength(5);
  });

  test('the parts of an aggregate', () => {
    expect(describeError(new AggregateError([new Error('one'), 'two'], 'all'))).toMatchObject({
      errors: [{ message: 'one' }, { name: 'string', message: 'two' }],
    });
  });
});

test('what is not an error is named, never opened', () => {
  expect(describeError({ password: 'a secret' })).toEqual({ name: 'object', message: '[object Object]' });
});

test.each([
  ['postgres://app:p@ss/word@127.0.0.1:5432/x is away', 'postgres://app:***@127.0.0.1:5432/x is away'],
  ['http://localhost:3000/de', 'http://localhost:3000/de'],
])('passwords in addresses are left out: %s', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});
