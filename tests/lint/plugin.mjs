import { command } from './rules/command.mjs';
import { directionAuto } from './rules/direction-auto.mjs';
import { documentedExports } from './rules/documented-exports.mjs';
import { exportsRule } from './rules/exports.mjs';
import { homes } from './rules/homes.mjs';
import { interfaceText } from './rules/interface-text.mjs';
import { logicalSides } from './rules/logical-sides.mjs';
import { names } from './rules/names.mjs';
import { narrowCasts } from './rules/narrow-casts.mjs';
import { plainShapes } from './rules/plain-shapes.mjs';
import { serverActions } from './rules/server-actions.mjs';
import { todoIssue } from './rules/todo-issue.mjs';

/** The rules of this house that no general linter knows; `.oxlintrc.json` turns them on as `house/…`. */
export default {
  meta: { name: 'house' },
  rules: {
    command,
    'direction-auto': directionAuto,
    'documented-exports': documentedExports,
    exports: exportsRule,
    homes,
    'interface-text': interfaceText,
    'logical-sides': logicalSides,
    names,
    'narrow-casts': narrowCasts,
    'plain-shapes': plainShapes,
    'server-actions': serverActions,
    'todo-issue': todoIssue,
  },
};
