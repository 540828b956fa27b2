/** What is left undone is known somewhere else too. */
export const todoIssue = {
  meta: { type: 'suggestion' },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/\b(?:TODO|FIXME|XXX|HACK)\b(?!.*#\d)/u.test(comment.value)) {
            context.report({ loc: comment.loc, message: 'Name the issue (#12) that remembers this.' });
          }
        }
      },
    };
  },
};
