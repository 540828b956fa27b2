import { DIRECTION } from '#i18n/locales.ts';
import { COLOURS } from '#ui/tokens.ts';
import type { SealShape } from '#ui/seal-geometry.ts';
import { PICTURE_SIZE, type Look, type Picture, type PictureText } from '../model.ts';
import { type Extent, fitText, type SetText, type Setting } from './fit-text.ts';
import { asLine, type Coloured } from './markup.ts';

/** A typeface of the identity: large names, running text, short words that stand out. */
export type Face = 'display' | 'strong' | 'text';

/** Text to be set in a face. */
export interface FaceSetting extends Setting {
  face: Face;
  locale: PictureText['locale'];
}

/** A rectangle in the picture. */
export interface Box extends Extent {
  left: number;
  top: number;
}

/** Everything in its place. */
export interface Layout<S extends Extent> {
  texts: { set: S; left: number; top: number }[];
  seals: { shape: SealShape; box: Box }[];
  /** The ground of the status, in the colour of its tone. */
  status: (Box & { fill: string }) | null;
}

/** The free edge around everything. */
export const EDGE = 60;

const COLUMN = 640;
/** A part of the column: text from there on is taken for a paragraph, which begins where its language does. */
const WIDE = 0.7;
const SEAL = 400;
const MARK = 52;
const HEAD = { top: 52, size: 44 } as const;
/** The part of the height that the column of text may take, below the name of the site. */
const BODY = { top: 146, bottom: 586 } as const;
const GAP = { kicker: 30, facts: 46, lead: 46, besides: 20 } as const;
const PILL = { height: 58, line: 44, padding: 24 } as const;
const FACT_SIZE = 30;

const TITLE = { height: 270, heightWithLead: 230, sizes: [108, 100, 92, 84, 76, 68, 60, 54, 48, 42, 36] };
const LEAD = { line: 52, linesMax: 4, sizes: [32, 30, 28] };

const LOOKS: Record<Look, string> = {
  first: COLOURS['on-deep-first'].light,
  plain: COLOURS['on-deep'].light,
  quiet: COLOURS['on-deep-2'].light,
  second: COLOURS['on-deep-second'].light,
};

/** The ground and the letters of a status. */
const TONES = {
  ok: ['ok-tint', 'ok'],
  warn: ['warn-tint', 'warn'],
  error: ['error-tint', 'error'],
  note: ['note-tint', 'note'],
  harbour: ['harbour-tint', 'harbour-deep'],
  brick: ['brick-tint', 'brick'],
  plain: ['sunken', 'ink-2'],
} as const;

type SetFace<S extends Extent> = (setting: FaceSetting) => Promise<S>;

/** What is set, and how far below the block before it. */
interface Row<S extends Extent> {
  gap: number;
  height: number;
  texts: { set: S; start: number; down: number }[];
  status?: { width: number; fill: string };
}

/**
 * Puts a picture together: text at the side where reading begins, the seal at the other. Nothing is drawn here, so that the
 * places can be checked without a drawing.
 *
 * @param set - sets text in a face and says how much room it takes
 */
export async function layOut<S extends Extent>(picture: Picture, mark: SealShape, set: SetFace<S>): Promise<Layout<S>> {
  const isMirrored = DIRECTION[picture.locale] === 'rtl';
  const rows = await setRows(picture, set);
  const leftOf = (start: number, width: number) => (isMirrored ? PICTURE_SIZE.width - start - width : start);
  let top = BODY.top + Math.max(0, Math.floor((BODY.bottom - BODY.top - heightOf(rows)) / 2));
  const layout: Layout<S> = { texts: [], seals: [], status: null };
  for (const [at, row] of rows.entries()) {
    if (at > 0) top += row.gap;
    for (const { set: text, start, down } of row.texts) {
      layout.texts.push({ set: text, left: leftOf(EDGE + start, text.width), top: top + down });
    }
    if (row.status !== undefined) {
      const { width, fill } = row.status;
      layout.status = { left: leftOf(EDGE, width), top, width, height: PILL.height, fill };
    }
    top += row.height;
  }
  const sealTop = Math.round((PICTURE_SIZE.height - SEAL) / 2);
  const sealLeft = leftOf(PICTURE_SIZE.width - EDGE - SEAL, SEAL);
  layout.seals.push({ shape: picture.seal, box: { left: sealLeft, top: sealTop, width: SEAL, height: SEAL } });
  return addHead(layout, { picture, mark, set, leftOf });
}

interface Head<S extends Extent> {
  picture: Picture;
  mark: SealShape;
  set: SetFace<S>;
  leftOf: (start: number, width: number) => number;
}

/** The name of the site with its mark, as at the head of its pages. */
async function addHead<S extends Extent>(layout: Layout<S>, head: Head<S>): Promise<Layout<S>> {
  const { picture, mark, set, leftOf } = head;
  const room = { width: COLUMN - MARK, height: MARK, sizes: [HEAD.size, 36, 28] };
  const name = await fit(plainText(picture.siteName, picture), { room, face: 'display' }, { set });
  const seals = [
    ...layout.seals,
    { shape: mark, box: { left: leftOf(EDGE, MARK), top: HEAD.top, width: MARK, height: MARK } },
  ];
  if (name === null) return { ...layout, seals };
  const left = leftOf(EDGE + MARK + 16, name.width);
  const top = HEAD.top + Math.round((MARK - name.height) / 2);
  return { ...layout, seals, texts: [...layout.texts, { set: name, left, top }] };
}

/** The rows in their order. The short ones are set first: the title shrinks where they need more room than usual. */
async function setRows<S extends Extent>(picture: Picture, set: SetFace<S>): Promise<Row<S>[]> {
  const parts = { picture, set };
  const kicker = await fit(
    plainText(dotted(picture.kicker), picture, 'second'),
    { room: { width: COLUMN, height: 50, sizes: [30, 26, 22] }, face: 'strong' },
    parts,
  );
  const before = asRow(kicker, 0);
  const after = await setFacts(parts);
  const used = heightOf([...before, { gap: GAP.kicker, height: 0 }, ...after]);
  const most = picture.lead === null ? TITLE.height : TITLE.heightWithLead;
  const room = { width: COLUMN, height: Math.min(most, BODY.bottom - BODY.top - used), sizes: TITLE.sizes };
  const title = await fit(picture.title, { room, face: 'display' }, parts);
  const rows = [...before, ...asRow(title, GAP.kicker, isOpposite(picture.title, picture)), ...after];
  return [...rows, ...(await setLead(parts, BODY.bottom - BODY.top - heightOf(rows) - GAP.lead))];
}

/** As much of the lead as there is room for below the rest. */
async function setLead<S extends Extent>(parts: Parts<S>, free: number): Promise<Row<S>[]> {
  const { lead } = parts.picture;
  if (lead === null || free < LEAD.line) return [];
  const room = { width: COLUMN, height: Math.min(free, LEAD.line * LEAD.linesMax), sizes: LEAD.sizes };
  return asRow(await fit(lead, { room, face: 'text' }, parts), GAP.lead, isOpposite(lead, parts.picture));
}

/** Of rows below each other; the gap above the first is none. */
function heightOf(rows: readonly { gap: number; height: number }[]): number {
  return rows.reduce((sum, row, at) => sum + row.height + (at === 0 ? 0 : row.gap), 0);
}

interface Parts<S extends Extent> {
  picture: Picture;
  set: SetFace<S>;
}

/** The status on its ground and the facts beside it, or below where they are too long for that. */
async function setFacts<S extends Extent>(parts: Parts<S>): Promise<Row<S>[]> {
  const { picture } = parts;
  const room = { width: COLUMN, height: 96, sizes: [FACT_SIZE, 26, 23] };
  const facts = plainText(dotted(picture.facts), picture, 'quiet');
  const withoutStatus = async () => asRow(await fit(facts, { room, face: 'text' }, parts), GAP.facts);
  if (picture.status === null) return withoutStatus();
  const { word, tone } = picture.status;
  const [fill, colour] = TONES[tone];
  const text = { stretches: [{ text: word, colour: COLOURS[colour].light }], locale: picture.locale };
  const wordRoom = { width: COLUMN - 2 * PILL.padding, height: PILL.height, sizes: [FACT_SIZE, 24, 20] };
  const set = await fit(text, { room: wordRoom, face: 'strong' }, parts);
  if (set === null) return withoutStatus();
  const width = set.width + 2 * PILL.padding;
  const row: Row<S> = { gap: GAP.facts, height: PILL.height, texts: [], status: { width, fill: COLOURS[fill].light } };
  row.texts.push({ set, start: PILL.padding, down: middleOf(set) });
  const start = width + GAP.besides;
  const besides = { width: COLUMN - start, height: PILL.line, sizes: [FACT_SIZE, 28, 26], isForWhole: true };
  const beside = await fit(facts, { room: besides, face: 'text' }, parts);
  if (beside === null) return [row, ...asRow(await fit(facts, { room, face: 'text' }, parts), GAP.besides)];
  return [{ ...row, texts: [...row.texts, { set: beside, start, down: middleOf(beside) }] }];
}

function middleOf({ height }: Extent): number {
  return Math.round((PILL.height - height) / 2);
}

/** @param opposite - the language begins at the other side of the column; wide text then does so as well */
function asRow<S extends Extent>(set: S | null, gap: number, opposite = false): Row<S>[] {
  if (set === null) return [];
  const start = opposite && set.width > COLUMN * WIDE ? COLUMN - set.width : 0;
  return [{ gap, height: set.height, texts: [{ set, start, down: 0 }] }];
}

function isOpposite({ locale }: PictureText, picture: Picture): boolean {
  return DIRECTION[locale] !== DIRECTION[picture.locale];
}

/** Text whose colours are settled already, or whose looks say them. */
type AnyText = PictureText | { stretches: readonly Coloured[]; locale: PictureText['locale'] };

async function fit<S extends Extent>(
  { stretches, locale }: AnyText,
  { room, face }: { room: Parameters<typeof fitText>[1]; face: Face },
  { set }: Pick<Parts<S>, 'set'>,
): Promise<S | null> {
  const coloured = stretches.map((stretch) => ({
    text: asLine(stretch.text),
    colour: 'look' in stretch ? LOOKS[stretch.look] : stretch.colour,
  }));
  const inFace: SetText<S> = async (setting) => set({ ...setting, face, locale });
  return fitText(coloured, room, inFace);
}

/** Words of the interface, in the language of the picture. */
function plainText(text: string, { locale }: Picture, look: Look = 'plain'): PictureText {
  return { stretches: [{ text, look }], locale };
}

function dotted(parts: readonly string[]): string {
  return parts.join(' · ');
}
