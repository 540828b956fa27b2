import { CHART_COLOURS, COLOURS } from '#ui/tokens.ts';
import { sealPaths } from '#ui/seal-geometry.ts';
import { PICTURE_SIZE } from '../model.ts';
import type { Layout } from './layout.ts';
import type { Extent } from './fit-text.ts';

/** The squares of a seal on the deep ground, one colour a city and neighbours far apart; further cities begin again. */
const SQUARES = [
  COLOURS['on-deep-first'].light,
  COLOURS['on-deep-second'].light,
  CHART_COLOURS.dark[3] ?? COLOURS['on-deep'].light,
  COLOURS.brick.dark,
];

/** The star of `app/styles/field.svg`, which fills the ground of the front page. */
const STAR =
  'M96 48L81.9 62.1L81.9 81.9L62.1 81.9L48 96L33.9 81.9L14.1 81.9L14.1 62.1L0 48L14.1 33.9L14.1 14.1L33.9 14.1L48 0L62.1 14.1L81.9 14.1L81.9 33.9Z';

/** Everything but the letters, as a drawing: ground, field, seals, and what the status stands on. No text gets in here. */
export function drawGround({ seals, status }: Pick<Layout<Extent>, 'seals' | 'status'>): string {
  const { width, height } = PICTURE_SIZE;
  const size = `width="${String(width)}" height="${String(height)}"`;
  const drawnSeals = seals.map(({ shape, box }) => {
    const paths = sealPaths(shape).map(
      (path, at) => `<path d="${path}" fill="${SQUARES[at % SQUARES.length] ?? ''}"/>`,
    );
    const place = `x="${String(box.left)}" y="${String(box.top)}" width="${String(box.width)}" height="${String(box.height)}"`;
    return `<svg ${place} viewBox="-50 -50 100 100">${paths.join('')}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>
<defs><pattern id="field" width="96" height="96" patternUnits="userSpaceOnUse"><path d="${STAR}" fill="none" stroke="${COLOURS['on-deep'].light}" stroke-width="1.5"/></pattern></defs>
<rect ${size} fill="${COLOURS.deep.light}"/><rect ${size} fill="url(#field)" opacity="0.05"/>
${drawnSeals.join('\n')}
${drawStatus(status)}</svg>`;
}

function drawStatus(status: Layout<Extent>['status']): string {
  if (status === null) return '';
  const { left, top, width, height, fill } = status;
  const place = `x="${String(left)}" y="${String(top)}" width="${String(width)}" height="${String(height)}"`;
  return `<rect ${place} rx="6" fill="${fill}"/>`;
}
