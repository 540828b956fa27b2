import { defineKind } from '#features/records/kind.ts';
import { themeFacts, themeText } from './input.ts';
import {
  projectThemeFacts,
  projectThemeText,
  withdrawThemeFacts,
  withdrawThemeText,
} from './internal/project-theme.ts';

/** A field of cooperation. */
export const themeKind = defineKind({
  name: 'theme',
  basePath: '/themes',
  facts: themeFacts,
  text: themeText,
  claimBearing: [],
  findBreaches: () => [],
  projectFacts: projectThemeFacts,
  projectText: projectThemeText,
  withdrawFacts: withdrawThemeFacts,
  withdrawText: withdrawThemeText,
});
