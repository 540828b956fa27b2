import { expect, test } from 'vitest';
import { choicesFrom } from './choices.ts';

const NOTHING_CHOSEN = {
  theme: 'system',
  digits: 'latn',
  calendar: 'gregory',
  light: 'auto',
  density: 'comfortable',
  offers: 'on',
};

test.each([null, '', '{', 'null', '[]', '7', '"dark"', '{"theme":"<script>","digits":7,"light":["on"]}'])(
  'what is no choice counts as not chosen (%s)',
  (text) => expect(choicesFrom(text)).toEqual(NOTHING_CHOSEN),
);

test('what was chosen is known again, whatever else lies beside it', () => {
  expect(choicesFrom('{"theme":"dark","calendar":"both","light":"loud","other":1}')).toEqual({
    ...NOTHING_CHOSEN,
    theme: 'dark',
    calendar: 'both',
  });
});
