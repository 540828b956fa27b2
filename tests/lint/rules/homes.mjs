import { placeOf } from './place.mjs';

const ENV = { home: 'platform/env.ts', message: 'Settings are read and checked in platform/env.ts alone; use env().' };
const CACHE = {
  home: 'platform/page-tags.tsx',
  message: 'unstable_cache is for tagPage() alone; a second cache would serve what was withdrawn.',
};

/** Some doors to the outside have one home, so that what goes through them can be seen in one file. */
export const homes = {
  meta: { type: 'problem' },
  create(context) {
    const place = placeOf(context);
    function report(node, { home, message }) {
      if (place !== home) context.report({ node, message });
    }
    return {
      MemberExpression(node) {
        const property = node.computed ? node.property.value : node.property.name;
        if (property === 'env' && (isProcess(node.object) || node.object.type === 'MetaProperty')) report(node, ENV);
        if (property === 'unstable_cache') report(node, CACHE);
      },
      VariableDeclarator(node) {
        const takesEnv = node.id.properties?.some((property) => property.key?.name === 'env');
        if (takesEnv && isProcess(node.init)) report(node, ENV);
      },
      ImportDeclaration(node) {
        const imported = new Set(node.specifiers.map((specifier) => specifier.imported?.name));
        if (/^(?:node:)?process$/u.test(node.source.value) && imported.has('env')) report(node, ENV);
        if (imported.has('unstable_cache')) report(node, CACHE);
      },
    };
  },
};

function isProcess(node) {
  return node?.name === 'process' || (node?.object?.name === 'globalThis' && node.property.name === 'process');
}
