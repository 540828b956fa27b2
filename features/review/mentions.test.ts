import { expect, test } from 'vitest';
import { keepMentions, piecesOf } from './mentions.ts';

const SALMA = '0193aaaa-0000-7000-8000-000000000001';
const OTHER_SALMA = '0193aaaa-0000-7000-8000-000000000002';
const ANNA = '0193aaaa-0000-7000-8000-000000000003';
const ANNA_LISA = '0193aaaa-0000-7000-8000-000000000004';
const PEOPLE = [
  { id: SALMA, name: 'سلمى حداد' },
  { id: ANNA, name: 'Anna' },
  { id: ANNA_LISA, name: 'Anna Lisa' },
];

test('a full name behind @ is kept as an id, the longest that fits', () => {
  expect(keepMentions('رأي @سلمى حداد؟ و@Anna Lisa, @Anna.', PEOPLE, [])).toEqual({
    body: `رأي @{${SALMA}}؟ و@{${ANNA_LISA}}, @{${ANNA}}.`,
    mentioned: [SALMA, ANNA_LISA, ANNA],
  });
});

test('anything else stays as it was typed', () => {
  for (const typed of ['a@b.example', '@Annabel', '@', 'nobody', '@سلمى']) {
    expect(keepMentions(typed, PEOPLE, [])).toEqual({ body: typed, mentioned: [] });
  }
});

test('of two who bear one name the chosen one is meant, and nobody where none was chosen', () => {
  const people = [...PEOPLE, { id: OTHER_SALMA, name: 'سلمى حداد' }];
  expect(keepMentions('@سلمى حداد', people, [OTHER_SALMA]).mentioned).toEqual([OTHER_SALMA]);
  expect(keepMentions('@سلمى حداد @سلمى حداد', people, [OTHER_SALMA, SALMA]).mentioned).toEqual([OTHER_SALMA, SALMA]);
  expect(keepMentions('@سلمى حداد', people, [])).toEqual({ body: '@سلمى حداد', mentioned: [] });
});

test('a stored id that somebody types names nobody', () => {
  const { body, mentioned } = keepMentions(`@{${ANNA}}`, PEOPLE, []);
  expect(mentioned).toEqual([]);
  expect(piecesOf(body)).toEqual([{ text: `@ ${ANNA}` }]);
});

test('a stored text is read in pieces', () => {
  expect(piecesOf(`a @{${ANNA}} b`)).toEqual([{ text: 'a ' }, { mention: ANNA }, { text: ' b' }]);
  expect(piecesOf(`@{${ANNA}}`)).toEqual([{ mention: ANNA }]);
});
