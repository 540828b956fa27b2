import { type Finding, listFiles, readPlace } from './finding.ts';

const LINES_MAX = 300;
const PHYSICAL_PROPERTY =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right).*|border-(?:top|bottom)-(?:left|right)-radius)$/u;
/** These have no logical values; a rule for `:dir(rtl)` stands beside each. */
const WITHOUT_LOGIC = /^(?:background(?:-position(?:-x)?)?|transform-origin|object-position|mask(?:-position)?)$/u;
const FOUR_SIDES = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/u;

/**
 * What is wrong in style sheets: sides named left and right, which stand wrong in the other direction, and files too long
 * to be read.
 */
export function findStyleFaults(root: string): Finding[] {
  return listFiles(root, /\.css$/u).flatMap((file) => {
    const text = withoutComments(readPlace(root, file));
    const lines = text.trimEnd().split('\n').length;
    const tooLong = lines > LINES_MAX ? [{ file, message: `has ${String(lines)} lines; 300 can be read` }] : [];
    return [...tooLong, ...findPhysicalSides(file, text)];
  });
}

/** The text with comments emptied, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replaceAll(/[^\n]/gu, ' '));
}

function findPhysicalSides(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(/(?<=[{;]\s*)(?<property>-{0,2}[a-z][\w-]*)\s*:\s*(?<value>[^;{}]+)/gu)) {
    const { property = '', value = '' } = match.groups ?? {};
    if (!isPhysical(property, value)) continue;
    const line = text.slice(0, match.index).split('\n').length;
    found.push({ file, line, message: `${property}: ${value.trim()} names a side; use inline-start and inline-end` });
  }
  for (const match of text.matchAll(/@apply\s+(?<names>[^;]+)/gu)) {
    const line = text.slice(0, match.index).split('\n').length;
    found.push({ file, line, message: 'has @apply; class names stand in the markup, where the linter reads them' });
  }
  return found;
}

function isPhysical(property: string, value: string): boolean {
  if (PHYSICAL_PROPERTY.test(property)) return true;
  if (!WITHOUT_LOGIC.test(property) && /(?:^|[\s,(])(?:left|right)(?:$|[\s,)])/u.test(value.trim())) return true;
  const parts = value.trim().split(/\s+(?![^(]*\))/u);
  if (parts.length !== 4) return false;
  const [first, second, third, fourth] = parts;
  return (
    (FOUR_SIDES.test(property) && second !== fourth) ||
    (property === 'border-radius' && (first !== second || third !== fourth))
  );
}
