import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircleKm, initialBearing } from './geo.ts';

const HAMBURG = { latitude: 53.55, longitude: 10 };
const BUSAN = { latitude: 35.18, longitude: 129.075 };

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance and direction of two places', () => {
  it('knows the way from Hamburg to Busan', () => {
    expect(Math.round(greatCircleKm(HAMBURG, BUSAN))).toBe(8546);
    expect(Math.round(initialBearing(HAMBURG, BUSAN))).toBe(47);
  });

  it('is the same there and back, never negative and never beyond half the globe', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const there = greatCircleKm(from, to);
        expect(there).toBeCloseTo(greatCircleKm(to, from), 6);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_016);
      }),
    );
  });

  it('gives a bearing from 0 up to 360', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const bearing = initialBearing(from, to);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(bearing).toBeLessThanOrEqual(360);
      }),
    );
  });

  it('has no way between a place and itself', () => {
    expect(greatCircleKm(HAMBURG, HAMBURG)).toBe(0);
  });
});
