import { runCommand } from '#features/ledger/run-command.ts';
import { changeView } from '#features/views/commands/change-view.ts';
import { keepView } from '#features/views/commands/keep-view.ts';
import { removeView } from '#features/views/commands/remove-view.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { a, type Case, NOBODY, PUBLISHERS, STAFF } from './rights-cases.ts';

const view = { list: 'partnership', name: 'ما ينتظر', question: 'state=any.in_review' };

async function aView(sharedWith: 'everybody' | 'owner' | 'translator'): Promise<string> {
  const owner = callBy(await somebody('publisher'));
  return (await runCommand(keepView, { ...view, sharedWith }, owner)).id;
}

/** What each role may do with views; what is their own is tried in `tests/integration/views/`. */
export const VIEW_CASES: Case[] = [
  a(keepView, { deed: 'keep a view for oneself', allowed: STAFF, raw: async () => ({ ...view, sharedWith: 'owner' }) }),
  a(keepView, {
    deed: 'keep a view for everybody',
    allowed: PUBLISHERS,
    raw: async () => ({ ...view, sharedWith: 'everybody' }),
  }),
  a(keepView, {
    deed: 'keep a view for a role',
    allowed: PUBLISHERS,
    raw: async () => ({ ...view, sharedWith: 'editor' }),
  }),
  a(changeView, {
    deed: 'change a view of everybody',
    allowed: PUBLISHERS,
    raw: async () => ({ view: await aView('everybody'), name: 'آخر' }),
  }),
  a(changeView, {
    deed: 'change a view that somebody has for themselves',
    allowed: NOBODY,
    raw: async () => ({ view: await aView('owner'), name: 'آخر' }),
  }),
  a(removeView, {
    deed: 'remove a view of a role',
    allowed: PUBLISHERS,
    raw: async () => ({ view: await aView('translator') }),
  }),
  a(removeView, {
    deed: 'remove a view that somebody has for themselves',
    allowed: NOBODY,
    raw: async () => ({ view: await aView('owner') }),
  }),
];
