import type { Command } from '#features/ledger/define-command.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';

/** Who tries: strangers, and people whose language is the one in question (de), another (en) or that of the source (ar). */
export const WHO = [
  'anonymous',
  'translator de',
  'translator en',
  'translator ar',
  'reviewer de',
  'reviewer en',
  'reviewer ar',
  'editor',
  'publisher',
  'administrator',
] as const;

/** Somebody who tries. */
export type Who = (typeof WHO)[number];

/** One deed in one situation, and who may do it. */
export interface Case {
  /** The name of the command. */
  command: string;
  /** What is tried. */
  deed: string;
  allowed: readonly Who[];
  /** `false` for what is no content and gone in a minute: who does it leaves no line in the trail, who is refused does. */
  leavesTrail: boolean;
  /** Makes the situation, in which the deed would succeed for whoever may do it. */
  arrange: () => Promise<(call: Call) => Promise<unknown>>;
}

export const NOBODY: Who[] = [];
export const ADMINISTRATOR: Who[] = ['administrator'];
export const PUBLISHERS: Who[] = ['publisher', 'administrator'];
/** Whoever works at the desk. */
export const STAFF: Who[] = WHO.filter((who) => who !== 'anonymous');
export const EDITORS: Who[] = ['editor', ...PUBLISHERS];

/** Names a case; `raw` makes what is sent. */
export function a<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
  {
    deed,
    allowed,
    raw,
    leavesTrail = true,
  }: { deed: string; allowed: readonly Who[]; raw: () => Promise<unknown>; leavesTrail?: boolean },
): Case {
  return {
    command: command.name,
    deed,
    allowed,
    leavesTrail,
    arrange: async () => {
      const sent = await raw();
      return (call) => runCommand(command, sent, call);
    },
  };
}
