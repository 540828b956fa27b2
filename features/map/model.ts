/** A place on a map, as far as its position is known. */
export interface MapEnd {
  name: string;
  /** Where the name is in another language than the page. */
  lang?: string | undefined;
  latitude: number | null;
  longitude: number | null;
  /** The page of the place; without it the place is drawn and leads nowhere. */
  href?: string | undefined;
}

/** A line on a map, with the page it leads to. */
export interface MapRoute {
  id: string;
  href: string;
  /** What the line is called, such as the names of both places; plain text, isolated where it needs it. */
  title: string;
  from: MapEnd;
  to: MapEnd;
  /** Written at the middle of the line where there is room: a distance, a number. */
  caption?: string | undefined;
  /** How many partnerships the line stands for; more are drawn wider. */
  weight?: number | undefined;
  /** The place of the entry that belongs to it in a list beside the map, from 0; its own place where it is left out. */
  rank?: number | undefined;
}

/** A point of the drawing, x to the right and y down. */
export type DrawnPoint = readonly [number, number];
