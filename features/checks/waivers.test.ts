import { expect, test } from 'vitest';
import { checkMessage } from './check-message.ts';
import { explain } from './explain.ts';
import { applyEdits } from './fixes.ts';
import { CHECKS } from './model.ts';
import { fingerprintOf, staleWaivers, withoutWaived } from './waivers.ts';
import { readCatalogue } from './read-catalogue.ts';
import arabic from '#messages/ar.json';

const CONTEXT = { locale: 'ar', sourceLocale: 'en' };

test('a finding keeps its fingerprint while words before it change, another one has another', () => {
  const [first] = checkMessage({ source: null, target: 'التعليق ؟' }, CONTEXT);
  const [moved] = checkMessage({ source: null, target: 'ما هو التعليق ؟' }, CONTEXT);
  const [other] = checkMessage({ source: null, target: 'التعليق !' }, CONTEXT);
  if (first === undefined || moved === undefined || other === undefined) throw new Error('not found');
  expect(fingerprintOf(moved)).toBe(fingerprintOf(first));
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(first));
});

test('what was waived is passed over, what must never reach readers is not', () => {
  const findings = checkMessage({ source: 'a {b} {c}', target: 'أ {b} {d}' }, CONTEXT);
  const waivers = findings.map((finding) => ({ fingerprint: fingerprintOf(finding), reason: 'tried' }));
  expect(withoutWaived(findings, waivers).map(({ check }) => check)).toEqual(['arg-extra']);
  expect(staleWaivers([], waivers)).toEqual(waivers);
  expect(staleWaivers(findings, waivers)).toEqual([]);
});

test('edits that overlap are made once', () => {
  const edits = [
    { start: 4, end: 6, text: 'y' },
    { start: 0, end: 1, text: '' },
    { start: 5, end: 6, text: 'z' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('bcdy');
});

test('each check has a sentence that explains it', () => {
  const { texts } = readCatalogue(JSON.stringify(arabic));
  expect(Object.keys(CHECKS).filter((check) => !texts.has(`Checks.${check}`))).toEqual([]);
  const [finding] = checkMessage(
    { source: null, target: `{n, plural, ${'a'.repeat(100)} {x} other {y}}` },
    CONTEXT,
  ).filter(({ check }) => check === 'plural-selector');
  if (finding === undefined) throw new Error('not found');
  expect(explain(finding)).toEqual({ key: 'plural-selector', values: { subject: `${'a'.repeat(60)}…`, wanted: '' } });
});
