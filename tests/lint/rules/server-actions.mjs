import { placeOf } from './place.mjs';

const HOME = /^features\/[^/]+\/actions\.ts$/u;

/** A server action is a public address: it stands in `actions.ts` of a room and does nothing but submit a form to a command. */
export const serverActions = {
  meta: { type: 'problem' },
  create(context) {
    if (!HOME.test(placeOf(context))) {
      return {
        ExpressionStatement(node) {
          if (node.directive === 'use server') {
            context.report({ node, message: "'use server' stands only in features/<room>/actions.ts." });
          }
        },
      };
    }
    return {
      Program(node) {
        if (node.body[0]?.directive !== 'use server') {
          context.report({ node, message: "This file begins with 'use server'." });
        }
      },
      ExportNamedDeclaration(node) {
        if (node.exportKind !== 'type' && !isAdapter(node.declaration)) {
          context.report({
            node,
            message: 'An action is one line: `return submit(command, form)`; rules live in the command.',
          });
        }
      },
      ExportDefaultDeclaration(node) {
        context.report({ node, message: 'An action has a name.' });
      },
      ExportAllDeclaration(node) {
        context.report({ node, message: 'Each action is written out here, so that all public addresses can be seen.' });
      },
    };
  },
};

/** Whether a declaration is an async function with nothing but `return submit(command, form)`. */
function isAdapter(declaration) {
  if (declaration?.type !== 'FunctionDeclaration' || !declaration.async) return false;
  const [only, ...more] = declaration.body.body;
  const isOneLine = only?.type === 'ReturnStatement' && more.length === 0;
  return isOneLine && isSubmit(only.argument, new Set(declaration.params.map(({ name }) => name)));
}

function isSubmit(call, parameters) {
  if (call?.type !== 'CallExpression' || call.callee.name !== 'submit' || call.arguments.length !== 2) return false;
  const [command, form] = call.arguments;
  return command.type === 'Identifier' && !parameters.has(command.name) && parameters.has(form.name);
}
