import { getTranslations } from 'next-intl/server';
import { Notice } from '#ui/notice.tsx';

const DEEDS = [
  'again',
  'answer',
  'approve',
  'assign',
  'comment',
  'dropJob',
  'fourEyes',
  'mailing',
  'cancelPlan',
  'confirm',
  'discard',
  'endLink',
  'merge',
  'publish',
  'purge',
  'read',
  'reopen',
  'resolve',
  'restore',
  'retryJob',
  'retryPlan',
  'return',
  'save',
  'schedule',
  'submit',
  'synonyms',
  'synonymsRemoved',
  'trash',
  'unpublish',
  'untrash',
  'viewChanged',
  'viewKept',
  'viewRemoved',
] as const;

/** What was just done, said once more where the deed led to. */
export async function DoneNotice({ done }: { done: string | null }) {
  const t = await getTranslations('Desk');
  const deed = DEEDS.find((known) => known === done);
  if (deed === undefined) return null;
  return (
    <Notice kind="ok" role="status">
      <p>{t(`done.${deed}`)}</p>
    </Notice>
  );
}
