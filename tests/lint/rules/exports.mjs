import { isTest, placeOf } from './place.mjs';

/** What is exported is declared by name where it stands: no barrels, and functions as function declarations. */
export const exportsRule = {
  meta: { type: 'suggestion' },
  create(context) {
    const isBarrelAllowed = isTest(placeOf(context));
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: 'No barrels: they mix server and browser; import from the file itself.' });
      },
      ExportNamedDeclaration(node) {
        // A test file may hand on the runner's own words beside its fixtures.
        if (node.source !== null && node.exportKind !== 'type' && !isBarrelAllowed) {
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
