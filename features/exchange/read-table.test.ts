import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a table', () => {
  test('gives its rows by column, with lines as an editor counts them', () => {
    const read = readTable(
      bytes('\uFEFFid,name,more\r\nQ60,"New ""York""\r\nCity",x\r\nQ61,"Washington, D.C.",y\r\n'),
      ['id', 'name'],
    );
    expect(read).toEqual({
      rows: [
        { line: 2, cells: { id: 'Q60', name: 'New "York"\nCity' } },
        { line: 4, cells: { id: 'Q61', name: 'Washington, D.C.' } },
      ],
    });
  });

  test.each([
    [
      'without a column that is needed',
      bytes('id,label\nQ1,x\n'),
      { reason: 'columnsMissing', line: 1, named: 'name' },
    ],
    ['without anything', bytes(''), { reason: 'columnsMissing', line: 1, named: 'id, name' }],
    ['with a column twice', bytes('id,name,id\nQ1,x,y\n'), { reason: 'columnTwice', line: 1, named: 'id' }],
    ['with a cell too many', bytes('id,name\nQ1,x\nQ2,y,z\n'), { reason: 'cellsDiffer', line: 3 }],
    ['with a quotation mark that stays open', bytes('id,name\nQ1,"x\n'), { reason: 'quoteOpen' }],
    ['with a cell of ten million letters', bytes(`id,name\nQ1,${'x'.repeat(10_000_000)}\n`), { reason: 'cellTooLong' }],
    [
      'in Windows-1256',
      Uint8Array.from([...bytes('id,name\nQ1,x\nQ2,'), 0xc7, 0xe1, 0xcf, 10]),
      { reason: 'notUtf8', line: 3 },
    ],
    ['of more than the most bytes', new Uint8Array(16 * 1024 * 1024 + 1), { reason: 'bytesTooMany' }],
  ])('%s is refused with reason and line', (_name, content, fault) => {
    expect(readTable(content, ['id', 'name'])).toMatchObject({ fault });
  });
});
