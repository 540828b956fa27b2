/** The lines of a glyph in a 20 px box. */
interface Glyph {
  path: string;
  /** Whether it points along the line of text, so that it is mirrored in right-to-left text. */
  flip: boolean;
}

/** Arrows and lists are mirrored in Arabic; clocks, checks and lenses are not. */
export const GLYPHS = {
  'arrow-back': glyph('M17 10H3M8 5l-5 5 5 5', true),
  'arrow-down': glyph('M10 3v14M5 12l5 5 5-5'),
  'arrow-forward': glyph('M3 10h14M12 5l5 5-5 5', true),
  'arrow-up': glyph('M10 17V3M5 8l5-5 5 5'),
  bell: glyph('M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 18h3'),
  book: glyph('M3 4h5l2 1.5L12 4h5v12h-5l-2 1.5L8 16H3zM10 5.5v12'),
  calendar: glyph('M3 5h14v12H3zM3 9h14M7 2.5V6M13 2.5V6'),
  check: glyph('M3.5 10.5l4 4 9-9.5'),
  'chevron-back': glyph('M12 4l-6 6 6 6', true),
  'chevron-down': glyph('M4 7l6 6 6-6'),
  'chevron-forward': glyph('M8 4l6 6-6 6', true),
  city: glyph('M3 17V8h5v9M8 17V3h6v14M14 17v-7h3v7M2 17h16M11 6.5v.01M11 10v.01M11 13.5v.01'),
  clock: glyph('M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4.5l3 2'),
  close: glyph('M4.5 4.5l11 11M15.5 4.5l-11 11'),
  comment: glyph('M3 4h14v10H9l-4 3v-3H3z', true),
  copy: glyph('M7 7h10v10H7zM13 7V3H3v10h4'),
  dashboard: glyph('M3 3h6v6H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 11h6v6H3z', true),
  download: glyph('M10 3v10M5.5 9l4.5 4.5L14.5 9M3 17h14'),
  edit: glyph('M4 16l.8-3.5L13.5 4 16 6.5 7.300 15.200z'),
  error: glyph('M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM10 6v5M10 14v.01'),
  external: glyph('M8 4H4v12h12v-4M11 3h6v6M16.5 3.5L9.5 10.5', true),
  eye: glyph('M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'),
  'eye-off': glyph('M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM4 17L16 3'),
  feed: glyph('M4 10a6 6 0 0 1 6 6M4 4a12 12 0 0 1 12 12M5 15.5v.01'),
  filter: glyph('M3 4h14l-5.5 6.5V16l-3 1.5v-7z'),
  globe: glyph('M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15'),
  history: glyph('M4 4v4h4M4.200 8A6.5 6.5 0 1 1 4 12M10 6.5V10l2.5 1.5'),
  image: glyph('M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 7.5v.01'),
  key: glyph('M7 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM9.5 10.5L16.5 3.5M13 7l2.5 2.5', true),
  link: glyph('M8.5 11.5l3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2'),
  list: glyph('M8 5h9M8 10h9M8 15h9M3.5 5v.01M3.5 10v.01M3.5 15v.01', true),
  lock: glyph('M4 9h12v8H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3'),
  mail: glyph('M3 4h14v12H3zM3 5l7 6 7-6'),
  map: glyph('M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12'),
  menu: glyph('M3 5h14M3 10h14M3 15h14'),
  minus: glyph('M4 10h12'),
  more: glyph('M4 10v.01M10 10v.01M16 10v.01'),
  note: glyph('M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6v.01'),
  people: glyph(
    'M7 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2 16v-1a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v1M13 4.5a2.5 2.5 0 0 1 0 4.5M14.5 11.5A4 4 0 0 1 18 15v1',
    true,
  ),
  person: glyph('M10 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17v-1a5 5 0 0 1 5-5h2a5 5 0 0 1 5 5v1'),
  plus: glyph('M10 4v12M4 10h12'),
  print: glyph('M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z'),
  redo: glyph('M16 4v5h-5M15.5 9A6 6 0 1 0 16 12.5', true),
  save: glyph('M3 3h11l3 3v11H3zM6 3v5h7V3M6 17v-5h8v5'),
  search: glyph('M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.5 12.5L17 17'),
  send: glyph('M3 4l14 6-14 6 2.5-6zM5.5 10H17', true),
  settings: glyph('M3 6h8M15 6h2M3 14h2M9 14h8M11 4h4v4h-4zM5 12h4v4H5z', true),
  'sign-out': glyph('M8 3H3v14h5M8 10h9M13 6l4 4-4 4', true),
  sort: glyph('M6 4v12M3 13l3 3 3-3M14 16V4M11 7l3-3 3 3'),
  source: glyph('M5 2.5h7l3 3v12H5zM12 2.5v3h3M7.5 9h5M7.5 12h5', true),
  table: glyph('M3 4h14v12H3zM3 8h14M8 4v12', true),
  translate: glyph('M3 5h8M7 3v2M9.5 5c-1 3-3 5-6 6.5M5 7.5c1 2 2.5 3 4.5 4M10 17l3.5-8 3.5 8M11.300 14h4.400'),
  trash: glyph('M4 5h12M8 5V3h4v2M5.5 5l.8 12h7.400l.8-12M8.5 8.5v5M11.5 8.5v5'),
  undo: glyph('M4 4v5h5M4.5 9A6 6 0 1 1 4 12.5', true),
  upload: glyph('M10 14V3.5M5.5 8L10 3.5 14.5 8M3 17h14'),
  warning: glyph('M10 3l8 14H2zM10 8v4M10 14.5v.01'),
} as const satisfies Record<string, Glyph>;

/** A glyph of the icon set. */
export type IconName = keyof typeof GLYPHS;

function glyph(path: string, flip = false): Glyph {
  return { path, flip };
}
