import { describe, expect, it } from 'vitest';
import { plainFields, submitKeyOf, typedFields } from './form-fields.ts';

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('a posted form', () => {
  const form = formOf(
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', '{}'],
    ['submitKey', '0198f0c2-aaaa'],
    ['title', 'هامبورغ'],
    ['theme', 'T-101'],
    ['theme', 'T-102'],
    ['password', 'correct horse battery'],
    ['picture', new File(['…'], 'port.png')],
  );

  it('is raw input without what Next and the ledger put into it', () => {
    expect(Object.keys(plainFields(form))).toEqual(['title', 'theme', 'password', 'picture']);
    expect(plainFields(form)).toMatchObject({ title: 'هامبورغ', theme: ['T-101', 'T-102'] });
  });

  it('is shown again without secrets and files', () => {
    expect(typedFields(form, ['password'])).toEqual([
      ['title', 'هامبورغ'],
      ['theme', 'T-101'],
      ['theme', 'T-102'],
    ]);
  });

  it('cannot reach behind the object it becomes', () => {
    const fields = plainFields(formOf(['__proto__', 'x'], ['constructor', 'y']));
    expect(Object.keys(fields)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  it('names its submit, or does not', () => {
    expect(submitKeyOf(form)).toBe('0198f0c2-aaaa');
    expect(submitKeyOf(formOf(['submitKey', '']))).toBeUndefined();
    expect(submitKeyOf(formOf(['submitKey', 'a\u0000b'.repeat(4)]))).toBeUndefined();
    expect(submitKeyOf(formOf(['title', 'x']))).toBeUndefined();
  });
});
