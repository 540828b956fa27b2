import { describe, expect, it } from 'vitest';
import { distanceBetween, sealOf } from './bridge.ts';

const HAMBURG = { latitude: 53.55, longitude: 10 };
const BUSAN = { latitude: 35.18, longitude: 129.075 };
const NOWHERE = { latitude: null, longitude: null };

describe('the way between two sides', () => {
  it('is the great circle', () => {
    expect(distanceBetween([HAMBURG, BUSAN])).toBeCloseTo(8547, -1);
  });

  it('is unknown where a side stands nobody knows where, and for more than two', () => {
    expect(distanceBetween([HAMBURG, NOWHERE])).toBeNull();
    expect(distanceBetween([HAMBURG, BUSAN, HAMBURG])).toBeNull();
    expect(distanceBetween([HAMBURG])).toBeNull();
  });
});

describe('the seal of a partnership', () => {
  it('has one square a side, turned by the bearing for two', () => {
    expect(sealOf([HAMBURG, BUSAN]).rotations[1]).toBeCloseTo(46, 0);
    expect(sealOf([HAMBURG, NOWHERE]).rotations).toEqual([0, 45]);
    expect(sealOf([HAMBURG, BUSAN, NOWHERE]).rotations).toHaveLength(3);
    expect(sealOf([]).rotations).toHaveLength(1);
  });
});
