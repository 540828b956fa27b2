import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseContent } from './normalise.ts';

test('nothing empty is stored', () => {
  const typed = {
    title: '  Hamburg ',
    lead: ' \n ',
    aliases: ['', 'Hansestadt'],
    sdgs: [],
    population: [{ id: 'p1', value: null }],
    body: { type: 'doc', content: [] },
    milestones: { m1: { title: '' } },
  };
  expect(normaliseContent(typed)).toEqual({ title: 'Hamburg', aliases: ['Hansestadt'], population: [{ id: 'p1' }] });
});

test('letters in one form, line ends in one form', () => {
  expect(normaliseContent({ title: 'Düsseldorf', lead: 'a\r\nb\rc' })).toEqual({
    title: 'Düsseldorf',
    lead: 'a\nb\nc',
  });
});

test('a list keeps the place of what is no value, so that it can be refused there', () => {
  expect(normaliseContent({ themes: [null, 'x'] })).toEqual({ themes: [null, 'x'] });
});

test('in a rich text, runs with the same marks are one, and spaces stay between words but not at the edges', () => {
  const bold = [{ type: 'bold' }];
  const typed = [
    { type: 'text', text: ' Die ', marks: [] },
    { type: 'text', text: 'Hafen', marks: bold },
    { type: 'text', text: 'City', marks: bold },
    { type: 'text', text: ' ' },
  ];
  const document = (content: unknown[]) => ({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'b1' }, content }],
  });
  expect(normaliseContent({ body: document(typed) })).toEqual({
    body: document([
      { type: 'text', text: 'Die ' },
      { type: 'text', text: 'HafenCity', marks: bold },
    ]),
  });
  expect(normaliseContent({ body: document([{ type: 'text', text: ' ' }]) })).toEqual({});
});

test('a damaged text is left for the check to name', () => {
  expect(normaliseContent({ title: 'ab\uD800' })).toEqual({ title: 'ab\uD800' });
});

test('what is normal is not changed again', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('title', 'list', 'body'), fc.jsonValue(), { noNullPrototype: true }),
      (content) => {
        const once = normaliseContent(content);
        expect(normaliseContent(once)).toEqual(once);
      },
    ),
  );
});
