/** Domain words are plain data and functions: a union instead of an enum, a module instead of a class or a namespace. */
export const plainShapes = {
  meta: { type: 'problem' },
  create(context) {
    function checkClass(node) {
      if (!/(?:Error|Problem)$/u.test(node.superClass?.name ?? '')) {
        context.report({ node, message: 'Classes are for errors; write functions over plain objects.' });
      }
    }
    return {
      ClassDeclaration: checkClass,
      ClassExpression: checkClass,
      TSEnumDeclaration(node) {
        context.report({ node, message: 'Write a list `as const` and the union of its members instead of an enum.' });
      },
      TSModuleDeclaration(node) {
        if (node.kind === 'namespace') context.report({ node, message: 'A file is the namespace.' });
      },
    };
  },
};
