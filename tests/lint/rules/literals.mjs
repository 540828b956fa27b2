/** The pieces of text that an expression may become: literals, templates, and both ends of a choice. */
export function textsIn(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : [];
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => ({ node: quasi, text: quasi.value.cooked ?? '' }));
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return textsIn(node.expression);
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...textsIn(node.left), ...textsIn(node.right)];
    default:
      return [];
  }
}

/** The name of a JSX attribute; `null` for one with a namespace, such as `xlink:href`. */
export function attributeName(attribute) {
  return attribute.name.type === 'JSXIdentifier' ? attribute.name.name : null;
}

/** The name of a property that is written out; `null` for a computed one. */
export function propertyName({ computed, key }) {
  if (computed) return null;
  return key.type === 'Identifier' ? key.name : String(key.value);
}
