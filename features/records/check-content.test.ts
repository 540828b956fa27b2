import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '#features/kinds/all.ts';
import { isProblem } from '#platform/problem.ts';
import { paragraph, partnershipFacts } from '#tests/support/contents.ts';
import { checkDraft, findPublishProblems } from './check-content.ts';
import type { Content, KindName, Scope } from './model.ts';

const today = '2026-11-25';

function problemsOf(kind: KindName, scope: Scope, content: unknown) {
  try {
    checkDraft(KINDS[kind], { scope, content, today });
    return [];
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    return thrown.detail.fields ?? [];
  }
}

function block(changes: Content): Content {
  return { body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b1' }, ...changes }] } };
}

function marked(mark: Content): Content {
  return block({ content: [{ type: 'text', text: 'x', marks: [mark] }] });
}

describe('a draft', () => {
  test('may lack everything', () => {
    for (const kind of Object.keys(KINDS) as KindName[]) {
      expect(problemsOf(kind, 'facts', {})).toEqual([]);
      expect(problemsOf(kind, 'ar', {})).toEqual([]);
    }
  });

  test('is kept in its stored form', () => {
    const content = { title: ' Hamburg ', lead: '', aliases: [] };
    expect(checkDraft(KINDS.place, { scope: 'en', content, today })).toEqual({ title: 'Hamburg' });
  });

  const deep = Array.from({ length: 20 }).reduce<unknown>((inner) => ({ inner }), 'x');

  test.each<[string, KindName, Scope, unknown, string, string]>([
    ['a list for an object', 'place', 'en', [], 'en', 'wrongType'],
    ['a text for an object', 'place', 'en', 'x', 'en', 'wrongType'],
    ['an unknown field', 'place', 'en', { headline: 'x' }, 'headline', 'unknownKey'],
    [
      'an unknown field of an item',
      'partnership',
      'facts',
      { agreements: [{ id: 'a1', x: 1 }] },
      'agreements.0.x',
      'unknownKey',
    ],
    ['a name of the language', 'place', 'en', { constructor: { a: 1 } }, 'constructor', 'unknownKey'],
    ['a prototype', 'place', 'en', JSON.parse('{"__proto__":{"title":"x"}}'), '__proto__', 'unknownKey'],
    [
      'a prototype inside',
      'partnership',
      'en',
      JSON.parse('{"milestones":{"__proto__":{}}}'),
      'milestones.__proto__',
      'unknownKey',
    ],
    ['a number for a text', 'place', 'en', { title: 5 }, 'title', 'wrongType'],
    ['a text for a number', 'place', 'facts', { latitude: '53' }, 'latitude', 'wrongType'],
    ['no number', 'place', 'facts', { latitude: Number.NaN }, 'latitude', 'wrongType'],
    ['a fraction', 'place', 'facts', { population: [{ id: 'p1', value: 1.5 }] }, 'population.0.value', 'wrongType'],
    ['a number out of bounds', 'place', 'facts', { latitude: 91 }, 'latitude', 'tooLarge'],
    ['an over-long text', 'place', 'en', { title: 'x'.repeat(121) }, 'title', 'tooLong'],
    ['an over-long unit', 'place', 'en', { lead: 'x'.repeat(1_000_001) }, 'en', 'tooLong'],
    ['too many entries', 'place', 'en', { aliases: Array.from({ length: 51 }, () => 'x') }, 'aliases', 'tooMany'],
    ['a line break in a line', 'place', 'en', { title: 'a\nb' }, 'title', 'lineBreak'],
    ['a direction override', 'place', 'en', { aliases: ['a', 'b\u202E'] }, 'aliases.1', 'bidiControl'],
    ['a lone surrogate', 'place', 'en', { title: 'a\uD800' }, 'title', 'loneSurrogate'],
    ['a null character', 'place', 'en', { lead: 'a\u0000b' }, 'lead', 'controlCharacter'],
    ['a country that is none', 'place', 'facts', { country: 'ZZ' }, 'country', 'notOffered'],
    ['a choice that is none', 'place', 'facts', { kind: 'village' }, 'kind', 'notOffered'],
    ['an address part with capitals', 'place', 'facts', { slug: 'Hamburg' }, 'slug', 'format'],
    [
      'a script for a web address',
      'organisation',
      'facts',
      { website: 'javascript:alert(1)' },
      'website',
      'webAddress',
    ],
    [
      'a password in a web address',
      'organisation',
      'facts',
      { website: 'https://a:b@example.org' },
      'website',
      'webAddress',
    ],
    ['a reference that is no id', 'partnership', 'facts', { themes: ['Hamburg'] }, 'themes.0', 'unknownReference'],
    [
      'a reference twice',
      'partnership',
      'facts',
      { themes: Array.from({ length: 2 }, () => '0193aaaa-0000-7000-8000-000000000000') },
      'themes',
      'twice',
    ],
    ['nothing in a list', 'partnership', 'facts', { themes: [null] }, 'themes.0', 'wrongType'],
    ['a text for a list', 'partnership', 'facts', { parties: 'x' }, 'parties', 'wrongType'],
    [
      'an item without a name',
      'partnership',
      'facts',
      { agreements: [{ kind: 'contract' }] },
      'agreements.0.id',
      'required',
    ],
    [
      'two items of one name',
      'partnership',
      'facts',
      { agreements: [{ id: 'a1' }, { id: 'a1' }] },
      'agreements.1.id',
      'twice',
    ],
    ['an impossible date', 'programme', 'facts', { startedOn: '2023-02-29' }, 'startedOn', 'dateImpossible'],
    ['a day in the future', 'story', 'facts', { publishedOn: '2026-11-26' }, 'publishedOn', 'dateFuture'],
    [
      'an end before the start',
      'programme',
      'facts',
      { startedOn: '2020', endedOn: '2019' },
      'endedOn',
      'endBeforeStart',
    ],
    [
      'a control character in a claim',
      'programme',
      'facts',
      { claims: [{ id: 'c1', value: 'a\u0000' }] },
      'claims.0.value',
      'controlCharacter',
    ],
    ['plain text for rich text', 'place', 'en', { body: 'x' }, 'body', 'jsonInvalid'],
    ['rich text without blocks', 'place', 'en', { body: { type: 'doc' } }, 'body.content', 'jsonInvalid'],
    ['a block of an unknown kind', 'place', 'en', block({ type: 'script' }), 'body.content.0', 'jsonInvalid'],
    [
      'a block without a name',
      'place',
      'en',
      block({ attrs: {}, content: [{ type: 'text', text: 'x' }] }),
      'body.content.0',
      'jsonInvalid',
    ],
    ['an unknown mark', 'place', 'en', marked({ type: 'html' }), 'body.content.0', 'jsonInvalid'],
    [
      'a script in a link',
      'place',
      'en',
      marked({ type: 'link', attrs: { href: 'javascript:alert(1)' } }),
      'body.content.0.content.0.marks.0.attrs.href',
      'format',
    ],
    [
      'a null character in a link',
      'place',
      'en',
      marked({ type: 'link', attrs: { href: 'https://a.b/\u0000' } }),
      'body.content.0.content.0.marks.0.attrs.href',
      'controlCharacter',
    ],
    [
      'a direction override in rich text',
      'place',
      'en',
      { body: paragraph('a\u202Eb') },
      'body.content.0.content.0.text',
      'bidiControl',
    ],
    ['nested nonsense', 'place', 'en', { title: deep }, 'title', 'wrongType'],
  ])('with %s is refused where it stands', (...[, kind, scope, content, path, reason]) => {
    expect(problemsOf(kind, scope, content)).toContainEqual(expect.objectContaining({ path, reason }));
  });

  test('says of every reason how much is allowed', () => {
    expect(problemsOf('place', 'en', { title: 'x'.repeat(121) })).toEqual([
      { path: 'title', reason: 'tooLong', params: { max: 120 } },
    ]);
    expect(problemsOf('place', 'facts', { latitude: -91 })).toEqual([
      { path: 'latitude', reason: 'tooSmall', params: { min: -90 } },
    ]);
  });

  test('is accepted or refused, whatever it holds, and what is accepted the database can hold', () => {
    const kinds = fc.constantFrom(...(Object.keys(KINDS) as KindName[]));
    const scopes = fc.constantFrom<Scope>('facts', 'ar');
    const names = fc.constantFrom(
      'title',
      'lead',
      'body',
      'aliases',
      'slug',
      'claims',
      'sources',
      'parties',
      'milestones',
    );
    const text = fc.string({
      unit: fc.constantFrom('a', 'ب', ' ', '\n', '\u0000', '\uD800', '\u202E', '\uFFFF', '💡'),
    });
    const values = fc.oneof(
      text,
      fc.jsonValue({ depthSize: 'small' }),
      fc.array(fc.record({ id: fc.constant('a1'), value: text })),
    );
    fc.assert(
      fc.property(kinds, scopes, fc.dictionary(names, values, { noNullPrototype: true }), (kind, scope, content) => {
        if (problemsOf(kind, scope, content).length > 0) return;
        const stored = JSON.stringify(checkDraft(KINDS[kind], { scope, content, today }));
        expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/iu);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what keeps a unit from readers', () => {
  const places = ['0193aaaa-0000-7000-8000-000000000001', '0193aaaa-0000-7000-8000-000000000002'];

  function unready(kind: KindName, scope: Scope, content: Content) {
    return findPublishProblems(KINDS[kind], { scope, content, today }).map(({ path, reason }) => [path, reason]);
  }

  test('nothing, where all is there', () => {
    expect(unready('partnership', 'facts', partnershipFacts(places))).toEqual([]);
    expect(unready('partnership', 'ar', { title: 'شراكة' })).toEqual([]);
  });

  test('fewer than two parties', () => {
    const [one = ''] = places;
    expect(unready('partnership', 'facts', partnershipFacts([one]))).toEqual([['parties', 'tooFew']]);
  });

  test('a fact that nobody says, a source that is none, a party that is nobody', () => {
    const facts = partnershipFacts(places, { claims: [], parties: [{ id: 'p1' }, { id: 'p2', place: places[0] }] });
    expect(unready('partnership', 'facts', facts)).toEqual([
      ['parties.0.place', 'partyNeedsOne'],
      ['type', 'claimMissing'],
      ['parties', 'claimMissing'],
    ]);
    expect(unready('partnership', 'facts', partnershipFacts(places, { sources: [] }))).toContainEqual([
      'agreements.0.sourceId',
      'unknownSource',
    ]);
  });

  test('a text without a title; the facts do not matter to it', () => {
    expect(unready('partnership', 'ar', { lead: 'x' })).toEqual([['title', 'required']]);
    expect(unready('story', 'ar', { title: 'x' })).toEqual([['body', 'required']]);
  });
});
