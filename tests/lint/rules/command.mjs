import path from 'node:path';
import { isTest, placeOf } from './place.mjs';

/** A file in `commands/` is one deed, named after its verb, declared through `defineCommand`. */
export const command = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context);
    if (!/^features\/[^/]+\/commands\//u.test(place) || isTest(place)) return {};
    const expected = camelCase(path.posix.basename(place, '.ts'));
    const commands = [];
    return {
      ExportNamedDeclaration(node) {
        if (node.exportKind === 'type') return;
        const [declarator] = node.declaration?.declarations ?? [];
        if (declarator?.init?.callee?.name === 'defineCommand') commands.push(declarator.id.name);
        else
          context.report({
            node,
            message: 'A command file exports its command and types; the rest goes to model or internal.',
          });
      },
      'Program:exit'(node) {
        if (commands.length === 1 && commands[0] === expected) return;
        context.report({ node, message: `This file exports one command, ${expected}, made by defineCommand.` });
      },
    };
  },
};

function camelCase(name) {
  return name.replaceAll(/-(?<letter>.)/gu, (_, letter) => letter.toUpperCase());
}
