/**
 * The contrast of two colours after WCAG 2.2, between 1 and 21.
 *
 * @param front - `#RRGGBB`; the order of the two does not matter
 * @remarks https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(front: string, back: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(front), luminanceOf(back)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
