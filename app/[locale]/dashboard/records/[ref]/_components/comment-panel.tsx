import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import { recordPath } from '#features/kinds/lists.ts';
import type { UnitView } from '#features/kinds/unit-view.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import { addCommentAction } from '#features/review/actions.ts';
import { CommentComposer } from '#features/review/components/comment-composer.tsx';
import { mayComment } from '#features/review/policy.ts';
import { listComments } from '#features/review/queries/list-comments.ts';
import { localisePath } from '#i18n/locales.ts';
import { Panel } from '#ui/panel.tsx';
import { CommentThread } from './comment-thread.tsx';

interface CommentPanelProps {
  actor: PersonActor;
  record: DeskRecord;
  view: UnitView;
  at: string;
}

/** What was said about the open unit, and room to say something. */
export async function CommentPanel({ actor, record, view, at }: CommentPanelProps) {
  const { scope } = view;
  if (!record.units.some((unit) => unit.scope === scope) || !mayComment(actor)) return null;
  const [locale, t, talks, colleagues] = await Promise.all([
    getLocale(),
    getTranslations('Desk.talk'),
    listComments(actor, { recordId: record.id, scope }),
    listColleagues(actor, new Date()),
  ]);
  const open = talks.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = talks.filter(({ resolvedAt }) => resolvedAt !== null);
  const back = (deed: string) => localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&at=${at}&done=${deed}`);
  const others = colleagues.filter(({ id }) => id !== actor.id).map(({ id, name, email }) => ({ id, name, email }));
  const common = { actor, back, colleagues: others, sourceLocale: record.sourceLocale, view };
  return (
    <Panel title={t('title')}>
      <p className="field-hint">{t('hint')}</p>
      {open.length === 0 ? <p>{t('empty')}</p> : null}
      <ol className="talk">
        {open.map((talk) => (
          <CommentThread {...common} key={talk.id} talk={talk} />
        ))}
      </ol>
      <CommentComposer
        action={addCommentAction}
        colleagues={others}
        hidden={{ record: record.id, scope, submitKey: uuidv7(), back: back('comment') }}
        // What was sent leaves the field; whatever else happens on the page leaves it alone.
        key={talks.findLast(({ authorId }) => authorId === actor.id)?.id ?? 'first'}
        view={view}
      />
      {resolved.length === 0 ? null : (
        <details>
          <summary>{t('resolved', { count: resolved.length })}</summary>
          <ol className="talk">
            {resolved.map((talk) => (
              <CommentThread {...common} key={talk.id} talk={talk} />
            ))}
          </ol>
        </details>
      )}
    </Panel>
  );
}
