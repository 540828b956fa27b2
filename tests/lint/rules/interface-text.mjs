import { attributeName, propertyName, textsIn } from './literals.mjs';
import { isTest, placeOf } from './place.mjs';

const SPOKEN = new Set(
  'alt caption description heading hint label legend placeholder summary title '
    .concat('aria-description aria-label aria-placeholder aria-roledescription aria-valuetext')
    .split(' '),
);
const HEADS = new Set(['absolute', 'default', 'description', 'template', 'title']);
const MESSAGE = 'Words of the interface live in messages/, where translators find them; use a message.';

/** No word that a reader sees or hears stands in the code. Signs and digits may. */
export const interfaceText = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context);
    if (!/^(?:app|features|ui)\//u.test(place) || isTest(place)) return {};
    function check(value) {
      for (const { node, text } of textsIn(value)) {
        if (hasWords(text)) context.report({ node, message: MESSAGE });
      }
    }
    return {
      JSXText(node) {
        if (hasWords(node.value)) context.report({ node, message: MESSAGE });
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') check(node);
      },
      JSXAttribute(node) {
        if (SPOKEN.has(attributeName(node) ?? '')) check(node.value);
      },
      Property(node) {
        if (HEADS.has(propertyName(node) ?? '') && isInMetadata(node)) check(node.value);
      },
    };
  },
};

/** Whether letters are left when entities (`&nbsp;`) and Next's place for a page's title (`%s`) are taken away. */
function hasWords(text) {
  return /\p{L}/u.test(text.replaceAll(/&\w+;|%s/gu, ''));
}

/** Whether a property belongs to what Next writes into the head of a page. */
function isInMetadata(node) {
  for (let outer = node.parent; outer !== null && outer !== undefined; outer = outer.parent) {
    if (outer.type === 'FunctionDeclaration') return outer.id?.name === 'generateMetadata';
    if (outer.type === 'VariableDeclarator' && outer.id.name === 'metadata') return true;
  }
  return false;
}
