import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { CHART_COLOURS, COLOURS, CONTRAST_RULES } from './tokens.ts';

const sheet = readFileSync(new URL('../app/styles/tokens.css', import.meta.url), 'utf8');
const theme = readFileSync(new URL('../app/styles/theme.css', import.meta.url), 'utf8');

/** The value of a custom property as `#RRGGBB` for both themes. */
function readColour(name: string): { light: string; dark: string } {
  const value = sheet.match(new RegExp(`^ *--${name}: ([^;]+);`, 'm'))?.[1] ?? '';
  const [light = '', dark = light] = value.match(/#[0-9a-f]+/g) ?? [];
  return { light: writeOut(light), dark: writeOut(dark) };
}

function writeOut(colour: string): string {
  const long = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
  return long.toUpperCase();
}

describe('the colours of the style sheet', () => {
  it.each(Object.entries(COLOURS))('--%s is the token', (name, colour) => {
    expect(readColour(name)).toEqual(colour);
    expect(theme).toContain(`--color-${name}: var(--${name});`);
  });

  it('has the chart colours in their order', () => {
    CHART_COLOURS.light.forEach((light, at) => {
      expect(readColour(`chart-${at + 1}`)).toEqual({ light, dark: CHART_COLOURS.dark[at] });
    });
  });
});

describe('contrast', () => {
  it('measures black on white and a known pair', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it.each(CONTRAST_RULES.map((rule) => [`${rule.front} on ${rule.back}`, rule] as const))(
    '%s',
    (_name, { front, back, least }) => {
      expect(contrastRatio(COLOURS[front].light, COLOURS[back].light)).toBeGreaterThanOrEqual(least);
      expect(contrastRatio(COLOURS[front].dark, COLOURS[back].dark)).toBeGreaterThanOrEqual(least);
    },
  );

  it('keeps every chart colour readable on the surface', () => {
    for (const colour of CHART_COLOURS.light)
      expect(contrastRatio(colour, COLOURS.surface.light)).toBeGreaterThanOrEqual(4.5);
    for (const colour of CHART_COLOURS.dark)
      expect(contrastRatio(colour, COLOURS.surface.dark)).toBeGreaterThanOrEqual(4.5);
  });
});
