import path from 'node:path';
import { placeOf } from './place.mjs';

const EMPTY_FILES = new Set(['utils', 'helpers', 'common', 'misc', 'shared', 'manager', 'types', 'constants', 'index']);
const EMPTY_FOLDERS = /(?:^|\/)(?:src|lib|utils|helpers|common|misc|shared|types|hooks|services)\//u;
/** `data` and `info` as a whole name or as its end, `handle` and `process` as a whole name or as its verb. */
const EMPTY_NAME = /^(?:[dD]ata|[iI]nfo)$|[a-z0-9](?:Data|Info)$|^(?:[hH]andle|[pP]rocess)(?:$|[A-Z])/u;

/** A name says what something is for. Some words fit everything and so say nothing. */
export const names = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context);
    function check(id) {
      if (id?.type === 'Identifier' && EMPTY_NAME.test(id.name)) {
        context.report({ node: id, message: `The name ${id.name} fits everything; say what it is for.` });
      }
      for (const inner of bound(id)) check(inner);
    }
    function checkFunction(node) {
      check(node.id);
      node.params.forEach(check);
    }
    return {
      Program(node) {
        const name = path.posix.basename(place).split('.')[0] ?? '';
        if (EMPTY_FILES.has(name) || EMPTY_FOLDERS.test(place)) {
          context.report({ node, message: `The place ${place} says what is in it, not what it is for.` });
        }
      },
      VariableDeclarator(node) {
        check(node.id);
      },
      FunctionDeclaration: checkFunction,
      FunctionExpression: checkFunction,
      ArrowFunctionExpression: checkFunction,
      TSInterfaceDeclaration(node) {
        check(node.id);
      },
      TSTypeAliasDeclaration(node) {
        check(node.id);
      },
    };
  },
};

/** The names that a pattern gives of its own accord; one that only takes over the name of a property is not its choice. */
function bound(pattern) {
  switch (pattern?.type) {
    case 'ObjectPattern':
      return pattern.properties.filter((one) => !one.shorthand).map((one) => one.value ?? one.argument);
    case 'ArrayPattern':
      return pattern.elements;
    case 'AssignmentPattern':
      return [pattern.left];
    case 'RestElement':
      return [pattern.argument];
    default:
      return [];
  }
}
