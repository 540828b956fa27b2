import { describe, expect, test } from 'vitest';
import { claimBearingPaths, confirmClaims, findClaimProblems, indexedPath } from './claims.ts';

const CLAIM_BEARING = ['type', 'parties', 'agreements'];
const sources = [{ id: 's1', publisher: 'Hamburg' }];

function claim(path: string, changes: Record<string, unknown> = {}) {
  return { id: `c-${path.replaceAll('.', '-')}`, path, sourceId: 's1', accepted: true, ...changes };
}

function problems(facts: Record<string, unknown>) {
  return findClaimProblems({ sources, ...facts }, CLAIM_BEARING);
}

test('items need a claim each, the parties one together', () => {
  const facts = { type: 'port', parties: [{ id: 'p1' }, { id: 'p2' }], agreements: [{ id: 'a1' }, { id: 'a2' }] };
  expect(claimBearingPaths(facts, CLAIM_BEARING)).toEqual(['type', 'parties', 'agreements.a1', 'agreements.a2']);
});

describe('a fact that bears claims', () => {
  test('is not ready without one, and is named by its place in the form', () => {
    expect(problems({ type: 'port', agreements: [{ id: 'a0', sourceId: 's1' }, { id: 'a1' }] })).toEqual([
      { path: 'type', reason: 'claimMissing' },
      { path: 'agreements.1', reason: 'claimMissing' },
    ]);
  });

  test('is ready with an accepted claim, on it or on one of its fields', () => {
    expect(problems({ type: 'port', claims: [claim('type')] })).toEqual([]);
    expect(
      problems({ agreements: [{ id: 'a1', signedOn: '1995' }], claims: [claim('agreements.a1.signedOn')] }),
    ).toEqual([]);
  });

  test('is not ready with a claim that is not accepted, or on a neighbour whose name begins the same', () => {
    expect(problems({ type: 'port', claims: [claim('type', { accepted: false })] })).toHaveLength(1);
    expect(problems({ agreements: [{ id: 'a1' }], claims: [claim('agreements.a10')] })).toHaveLength(1);
  });

  test('an item is ready with a source of its own', () => {
    expect(problems({ agreements: [{ id: 'a1', sourceId: 's1' }] })).toEqual([]);
  });

  test('that is missing needs no claim', () => {
    expect(problems({})).toEqual([]);
  });
});

describe('what claims say', () => {
  test('a source that the record does not list is named', () => {
    expect(problems({ agreements: [{ id: 'a1', sourceId: 's9' }] })).toEqual([
      { path: 'agreements.0.sourceId', reason: 'unknownSource' },
    ]);
  });

  test('an accepted value is the one shown; another may stand beside it', () => {
    const agreements = [{ id: 'a1', signedOn: '2010', sourceId: 's1' }];
    const other = claim('agreements.a1.signedOn', { value: '2012', accepted: false });
    expect(problems({ agreements, claims: [other] })).toEqual([]);
    expect(problems({ agreements, claims: [{ ...other, accepted: true }] })).toEqual([
      { path: 'claims.0.value', reason: 'claimDiffers' },
    ]);
  });
});

test('indexedPath counts items as forms do and leaves other paths alone', () => {
  const facts = { agreements: [{ id: 'a7' }, { id: 'a3' }] };
  expect(indexedPath(facts, 'agreements.a3.signedOn')).toBe('agreements.1.signedOn');
  expect(indexedPath(facts, 'agreements.gone.signedOn')).toBe('agreements.gone.signedOn');
  expect(indexedPath(facts, 'type')).toBe('type');
});

describe('facts that somebody found true', () => {
  test('have the day on each accepted claim, and on no other', () => {
    const claims = [
      { id: 'c1', path: 'type', sourceId: 's1', accepted: true },
      { id: 'c2', path: 'type', sourceId: 's1', accepted: false, value: 'x' },
    ];
    const confirmed = confirmClaims({ type: 'twinning', claims }, ['type'], '2026-11-25');
    expect(confirmed['claims']).toEqual([{ ...claims[0], checkedOn: '2026-11-25' }, claims[1]]);
  });

  test('get a claim where they only name their source', () => {
    const agreements = [
      { id: 'a1', kind: 'declaration', sourceId: 's1' },
      { id: 'a2', kind: 'declaration' },
    ];
    const taken = { id: 'c2', path: 'type', sourceId: 's1', accepted: true };
    const confirmed = confirmClaims({ type: 'x', agreements, claims: [taken] }, ['type', 'agreements'], '2026-11-25');
    expect(confirmed['claims']).toEqual([
      { ...taken, checkedOn: '2026-11-25' },
      { id: 'c3', path: 'agreements.a1', sourceId: 's1', accepted: true, checkedOn: '2026-11-25' },
    ]);
  });

  test('stay as they are where nothing is claimed', () => {
    const facts = { slug: 'a' };
    expect(confirmClaims(facts, [], '2026-11-25')).toBe(facts);
  });
});
