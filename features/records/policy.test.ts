import { expect, test } from 'vitest';
import type { Actor, Role } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { mayPublish, mayReview, maySave, mayTrash } from './policy.ts';

function person(role: Role, locale: Locale | null = null): Actor {
  return { kind: 'person', id: 'me', name: '', email: '', locale: 'ar', grants: [{ role, locale }] };
}

test('a translator writes translations of their language, never the source, never the facts', () => {
  const translator = person('translator', 'de');
  expect(maySave(translator, 'de', 'ar')).toBe(true);
  expect(maySave(translator, 'en', 'ar')).toBe(false);
  expect(maySave(translator, 'facts', 'ar')).toBe(false);
  expect(maySave(translator, 'de', 'de')).toBe(false);
});

test('a reviewer releases translations of their language and judges nothing of their own', () => {
  const reviewer = person('reviewer', 'de');
  expect(mayPublish(reviewer, 'de', 'ar')).toBe(true);
  expect(mayPublish(reviewer, 'de', 'de')).toBe(false);
  expect(mayPublish(reviewer, 'facts', 'ar')).toBe(false);
  expect(mayReview(reviewer, { scope: 'de', submittedBy: 'somebody else', updatedBy: 'a third' }, 'ar')).toBe(true);
  expect(mayReview(reviewer, { scope: 'de', submittedBy: 'me', updatedBy: null }, 'ar')).toBe(false);
  expect(mayReview(reviewer, { scope: 'de', submittedBy: 'somebody else', updatedBy: 'me' }, 'ar')).toBe(false);
});

test('an editor throws away what was never public', () => {
  expect(mayTrash(person('editor'), false)).toBe(true);
  expect(mayTrash(person('editor'), true)).toBe(false);
});
