import { z } from 'zod';
import land from '../land.svg';

/** Next gives an imported drawing an address of its own, and no type. */
const { src } = z.object({ src: z.string() }).parse(land);

/** The land of the earth: a file of its own that every map shares and the browser keeps. Its colour is that of the map. */
export function Land({ transform }: { transform: string }) {
  return <use className="map-land" href={`${src}#land`} transform={transform} />;
}
