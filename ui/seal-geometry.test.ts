import { describe, expect, it } from 'vitest';
import { networkSeal, pairSeal, sealPaths, sealRotation, sealScale } from './seal-geometry.ts';

describe('the turn of the second square', () => {
  it.each([
    ['Hamburg and Busan', 47, 46],
    ['Dortmund and Pittsburgh', 296, 34],
    ['Bremen and İzmir', 132, 43],
  ])('of %s', (_pair, bearing, turn) => {
    expect(Math.round(sealRotation(bearing))).toBe(turn);
  });

  it('stays between 20 and 70 for every bearing', () => {
    for (let bearing = -360; bearing <= 720; bearing += 1) {
      expect(sealRotation(bearing)).toBeGreaterThanOrEqual(20);
      expect(sealRotation(bearing)).toBeLessThan(70);
    }
  });
});

describe('the size of a seal', () => {
  it('is 1 at 100 km and 0.86 at 20,000 km, and bounded', () => {
    expect(sealScale(100)).toBe(1);
    expect(sealScale(20_000)).toBeCloseTo(0.86, 10);
    expect(sealScale(0)).toBe(1);
    expect(sealScale(40_000)).toBeCloseTo(0.86, 10);
  });

  it('falls by equal steps when the distance doubles', () => {
    const steps = [200, 400, 800, 1600].map((km) => sealScale(km / 2) - sealScale(km));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 10);
  });
});

describe('the strands', () => {
  it('cut each side of two squares once, into two pieces', () => {
    for (const path of sealPaths(pairSeal({ bearing: 47, distanceKm: 8546 }))) expect(path.match(/M/g)).toHaveLength(8);
  });

  it('leave a lone square whole', () => {
    expect(sealPaths(networkSeal(1)).join('').match(/M/g)).toHaveLength(4);
  });

  it('never leave the view box', () => {
    for (let turn = 20; turn < 70; turn += 1) {
      const numbers =
        sealPaths({ rotations: [0, turn], scale: 1 })
          .join('')
          .match(/-?\d+(\.\d+)?/g) ?? [];
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) expect(Math.abs(Number(number))).toBeLessThanOrEqual(50);
    }
  });

  it('are short enough for a page with many of them', () => {
    expect(sealPaths(pairSeal({ bearing: 20, distanceKm: 100 })).join('').length).toBeLessThan(900);
    expect(sealPaths(networkSeal(3)).join('').length).toBeLessThan(1800);
  });

  it('take turns beyond a quarter as the same square', () => {
    expect(sealPaths({ rotations: [0, 135], scale: 1 })).toEqual(sealPaths({ rotations: [0, 45], scale: 1 }));
  });
});
