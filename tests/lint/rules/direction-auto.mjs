import { attributeName, propertyName, textsIn } from './literals.mjs';

const MESSAGE =
  'dir="auto" guesses from the first strong letter and is wrong for «IURC برنامج»; every text knows its language, so say rtl or ltr.';

/** The direction of a text follows from its language, never from a guess. */
export const directionAuto = {
  meta: { type: 'problem' },
  create(context) {
    function check(value) {
      for (const { node, text } of textsIn(value)) if (text === 'auto') context.report({ node, message: MESSAGE });
    }
    return {
      JSXAttribute(node) {
        if (attributeName(node) === 'dir') check(node.value);
      },
      Property(node) {
        if (propertyName(node) === 'dir') check(node.value);
      },
    };
  },
};
