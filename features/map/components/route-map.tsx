import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { drawRoutes, type DrawnArc, type DrawnDot } from '../draw-routes.ts';
import type { MapRoute } from '../model.ts';
import { rankClass } from '../rank-class.ts';
import { VIEW_WIDTH } from '../view.ts';
import { Land } from './land.tsx';
import { MapLabel } from './map-label.tsx';

interface RouteMapProps {
  routes: readonly MapRoute[];
  /** The name of the map, a phrase in the language of the page. */
  label: string;
  className?: string;
}

/** Up to this many lines each gets a wide invisible one around it for fingers; more would only cover each other. */
const WIDE_TARGETS_MAX = 60;

/**
 * A map whose lines and places are links: drawn on the server, readable without script, in both directions the same way
 * up. It shows the part of the world that its lines need. What it says stands in a list beside it as well, wherever it is
 * used.
 */
export function RouteMap({ routes, label, className }: RouteMapProps) {
  const t = useTranslations('Map');
  const locale = useLocale();
  const description = useId();
  const { view, arcs, dots, labels, missing } = drawRoutes(routes);
  const counted = (count: number) => ({ count, number: numberInDigits(count, locale) });
  return (
    <figure className={className === undefined ? 'route-map' : `route-map ${className}`}>
      <svg
        aria-describedby={description}
        aria-label={label}
        className="map"
        role="group"
        viewBox={`0 0 ${String(VIEW_WIDTH)} ${String(view.height)}`}
      >
        <desc id={description}>{t('description', counted(arcs.length))}</desc>
        <Land transform={view.landTransform} />
        <g className="map-arcs">
          {arcs.map((arc, at) => (
            <MapArc arc={arc} at={at} hasWideTarget={arcs.length <= WIDE_TARGETS_MAX} key={arc.route.id} />
          ))}
        </g>
        <MapDots dots={dots} />
        <g aria-hidden="true" className="map-words">
          {labels.map((one) => (
            <MapLabel key={`${one.at.join()} ${one.text}`} label={one} />
          ))}
        </g>
      </svg>
      {missing.length === 0 ? null : <figcaption className="small">{t('missing', counted(missing.length))}</figcaption>}
    </figure>
  );
}

function MapArc({ arc, at, hasWideTarget }: { arc: DrawnArc; at: number; hasWideTarget: boolean }) {
  const id = useId();
  const { href, title, weight = 1, rank = at } = arc.route;
  return (
    <a className={`map-arc ${rankClass(rank)}`} href={href}>
      <title>{title}</title>
      <path className={`map-line ${widthOf(weight)}`} d={arc.path} id={id} />
      {hasWideTarget ? <use className="map-target" href={`#${id}`} /> : null}
    </a>
  );
}

/** Places with a page are links, the others one path. A dot is a line of no length: its size stays the same on any map. */
function MapDots({ dots }: { dots: readonly DrawnDot[] }) {
  const plain = dots.filter(({ end }) => end.href === undefined);
  return (
    <g className="map-dots">
      {dots.map(({ end, at }) =>
        end.href === undefined ? null : (
          <a href={end.href} key={`${at.join()} ${end.name}`}>
            <title>{end.name}</title>
            <path d={dotPath(at)} />
          </a>
        ),
      )}
      {plain.length === 0 ? null : <path d={plain.map(({ at }) => dotPath(at)).join('')} />}
    </g>
  );
}

function dotPath([x, y]: DrawnDot['at']): string {
  return `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
}

function widthOf(weight: number): string {
  return `map-width-${String(Math.min(5, 1 + Math.floor(Math.log2(Math.max(weight, 1)) / 2)))}`;
}
