/** A place that the gallery draws; the names are those that the places give themselves. */
export interface Sample {
  key: string;
  latitude: number;
  longitude: number;
}

/** Where all lines of the gallery begin. */
export const HAMBURG: Sample = { key: 'Hamburg', latitude: 53.55, longitude: 9.99 };

/** Near and far, and across the antimeridian. */
export const SAMPLES: readonly Sample[] = [
  { key: 'Busan', latitude: 35.18, longitude: 129.08 },
  { key: 'Tunis', latitude: 36.81, longitude: 10.18 },
  { key: 'Chicago', latitude: 41.88, longitude: -87.63 },
];
