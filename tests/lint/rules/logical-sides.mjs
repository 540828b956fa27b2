import { attributeName, propertyName, textsIn } from './literals.mjs';

const UTILITIES = [
  '(?:scroll-)?[mp][lr]-.*',
  '(?:left|right)-.*',
  '(?:text|float|clear|origin|object|bg|snap|caption)-(?:left|right)(?:-.+)?',
  '(?:origin|object|bg)-(?:top|bottom)-(?:left|right)',
  'border-[lr](?:-.+)?',
  'rounded-(?:[lr]|[tb][lr])(?:-.+)?',
  '(?:bg-gradient|bg-linear|mask-linear)-to-(?:[tb]?[lr])',
  'mask-[lr]-.+',
];
const PHYSICAL_UTILITY = new RegExp(`^(?:.+:)?!?-?(?:${UTILITIES.join('|')})$`, 'u');
const PHYSICAL_PROPERTY = /^(?:left|right|(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right).*)$/u;
const ADVICE = 'reads wrong in the other direction; use the logical side (ms, me, ps, pe, start, end).';

/** Sides are named from the reader's point of view, since the same page stands in Arabic and in German. */
export const logicalSides = {
  meta: { type: 'problem' },
  create(context) {
    function checkClasses(value) {
      for (const { node, text } of textsIn(value)) {
        for (const name of text.split(/\s+/u).filter((word) => PHYSICAL_UTILITY.test(word))) {
          context.report({ node, message: `The class ${name} ${ADVICE}` });
        }
      }
    }
    return {
      JSXAttribute(node) {
        const name = attributeName(node) ?? '';
        if (/class(?:Name)?$/iu.test(name)) checkClasses(node.value);
        if (name === 'style') checkStyle(context, node.value?.expression);
      },
      CallExpression(node) {
        if (node.callee.name === 'joinClasses') node.arguments.forEach(checkClasses);
      },
      VariableDeclarator(node) {
        if (/class(?:es|Names?)?$/iu.test(node.id.name ?? '')) valuesOf(node.init).forEach(checkClasses);
      },
    };
  },
};

/** The values of an object that is written out, or the expression itself. */
function valuesOf(init) {
  const inner = /^TS(?:As|Satisfies)Expression$/u.test(init?.type) ? init.expression : init;
  if (inner?.type !== 'ObjectExpression') return [inner];
  return inner.properties.map((property) => property.value);
}

function checkStyle(context, style) {
  if (style?.type !== 'ObjectExpression') return;
  for (const property of style.properties) {
    if (property.type !== 'Property') continue;
    const name = propertyName(property) ?? '';
    const isSide = textsIn(property.value).some(({ text }) => /^(?:left|right)$/u.test(text));
    if (PHYSICAL_PROPERTY.test(name) || isSide) {
      context.report({ node: property, message: `The style ${name} ${ADVICE}` });
    }
  }
}
