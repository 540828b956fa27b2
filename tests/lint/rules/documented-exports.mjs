import { isTest, placeOf } from './place.mjs';

const DOCUMENTED = /^(?:db|features|i18n|platform)\/.+\.ts$/u;
const ADAPTER = /^features\/[^/]+\/actions\.ts$/u;

/** What a file offers is described above it: the first sentence says what the caller gets. */
export const documentedExports = {
  meta: { type: 'suggestion' },
  create(context) {
    const place = placeOf(context);
    if (!DOCUMENTED.test(place) || ADAPTER.test(place) || isTest(place)) return {};
    return {
      ExportNamedDeclaration(node) {
        if (node.declaration === null) return;
        const above = context.sourceCode.getCommentsBefore(node).at(-1);
        const isDoc = above?.type === 'Block' && above.value.startsWith('*');
        if (!isDoc) context.report({ node, message: 'Say above this export what the caller gets (/** … */).' });
      },
    };
  },
};
