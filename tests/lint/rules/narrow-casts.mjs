import { isTest, placeOf } from './place.mjs';

const LINES_MAX = 15;
const MESSAGE =
  'A cast stands in a small named function of its own, with the guarantee that makes it true written above it.';

/** What the compiler cannot see is claimed in one place, where somebody can check it. */
export const narrowCasts = {
  meta: { type: 'problem' },
  create(context) {
    if (isTest(placeOf(context))) return {};
    function check(node) {
      const type = node.typeAnnotation;
      const isConst = type.type === 'TSTypeReference' && type.typeName.name === 'const';
      const isInner = node.parent.type === 'TSAsExpression';
      if (!isConst && !isInner && !isExplained(context, node)) context.report({ node, message: MESSAGE });
    }
    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

function isExplained(context, node) {
  let outer = node.parent;
  while (outer !== null && outer !== undefined && outer.type !== 'FunctionDeclaration') outer = outer.parent;
  if (outer === null || outer === undefined) return false;
  const { start, end } = outer.loc;
  const first = outer.parent.type.startsWith('Export') ? outer.parent : outer;
  return end.line - start.line < LINES_MAX && context.sourceCode.getCommentsBefore(first).length > 0;
}
