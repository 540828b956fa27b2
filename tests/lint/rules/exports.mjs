/** What is exported is declared by name where it stands: no barrels, and functions as function declarations. */
export const exportsRule = {
  meta: { type: 'suggestion' },
  create(context) {
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: 'No barrels: they mix server and browser; import from the file itself.' });
      },
      ExportNamedDeclaration(node) {
        if (node.source !== null && node.exportKind !== 'type') {
          context.report({ node, message: 'No barrels: they mix server and browser; import from the file itself.' });
        }
        for (const { id, init } of node.declaration?.declarations ?? []) {
          if (/^(?:Arrow)?FunctionExpression$/u.test(init?.type ?? '')) {
            context.report({ node: id, message: `Write \`export function ${id.name}\`.` });
          }
        }
      },
    };
  },
};
