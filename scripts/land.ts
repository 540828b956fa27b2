import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import { LAND_UNITS, WORLD_HEIGHT, WORLD_WIDTH, worldProjection } from '#features/map/projection.ts';

/** Where the drawn land lies; the maps show parts of it. */
export const LAND_FILE = fileURLToPath(new URL('../features/map/land.svg', import.meta.url));

/** Corners that span less than this (square degrees) are left out: no map of ours is drawn large enough to show them. */
const DETAIL = 0.05;

/** The land of the earth, 1:50 million, from Natural Earth (public domain), as one path that pages refer to. */
export function writeLand(): string {
  const topology = simplify(presimplify(readTopology()), DETAIL);
  const seen = filter(topology, filterWeight(topology, DETAIL));
  const { land } = seen.objects;
  if (land === undefined) throw new Error('world-atlas holds no land');
  const path = geoPath(worldProjection()).digits(1)(feature(seen, land)) ?? '';
  const box = `0 0 ${String(WORLD_WIDTH * LAND_UNITS)} ${String(Math.ceil(WORLD_HEIGHT * LAND_UNITS))}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path id="land" d="${inSteps(path)}"/></svg>\n`;
}

/** Corner after corner as the step from the last one, in tenths of a unit: half as long as absolute numbers. */
function inSteps(path: string): string {
  return path
    .split('Z')
    .filter((ring) => ring !== '')
    .map(ringInSteps)
    .join('');
}

function ringInSteps(ring: string): string {
  const corners = ring
    .slice(1)
    .split('L')
    .map((corner) => corner.split(',').map((number) => Math.round(Number(number) * LAND_UNITS)));
  const steps: string[] = [];
  let [x = 0, y = 0] = corners[0] ?? [];
  const start = `M${x} ${y}l`;
  for (const [nextX = x, nextY = y] of corners.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps.push(`${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length < 2 ? '' : `${start}${steps.join(' ').replaceAll(' -', '-')}z`;
}

type Topology = Parameters<typeof presimplify>[0];

/** The file of the package, whose shape its exact version fixes. */
function readTopology(): Topology {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Topology;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(LAND_FILE, writeLand());
  console.log(`Written: ${LAND_FILE}. Look at the maps before it is committed.`);
}
