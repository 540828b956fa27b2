import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { UnitView } from '#features/kinds/unit-view.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { answerCommentAction, reopenCommentAction, resolveCommentAction } from '#features/review/actions.ts';
import { AnswerForm } from '#features/review/components/answer-form.tsx';
import { CommentPlace } from '#features/review/components/comment-place.tsx';
import type { MentionedColleague } from '#features/review/components/use-mention.ts';
import { maySettle } from '#features/review/policy.ts';
import type { Said, Talk } from '#features/review/queries/list-comments.ts';
import { standingOfQuote } from '#features/review/quote.ts';
import { DIRECTION, isLocale, type Locale } from '#i18n/locales.ts';
import { deskTime } from '../../../_components/desk-time.ts';

interface CommentThreadProps {
  actor: PersonActor;
  talk: Talk;
  view: UnitView;
  sourceLocale: Locale;
  colleagues: readonly MentionedColleague[];
  back: (deed: string) => string;
}

/** One comment, what it is about, its answers and what can be done with it. */
export async function CommentThread({ actor, talk, view, sourceLocale, colleagues, back }: CommentThreadProps) {
  const [t, locale] = await Promise.all([getTranslations('Desk.talk'), getLocale()]);
  const { id, author, authorId, answers, path, resolvedAt, resolvedBy } = talk;
  const isOpen = resolvedAt === null;
  const mayClose = maySettle(actor, { author: authorId, scope: view.scope }, sourceLocale);
  const keyed = (deed: string) => ({ comment: id, submitKey: uuidv7(), back: back(deed) });
  return (
    <li>
      {path === null ? null : <CommentPlace path={path} quote={talk.quote} view={view} />}
      <Quote talk={talk} view={view} />
      <SaidLine said={talk} />
      {answers.map((answer) => (
        <SaidLine isAnswer key={answer.id} said={answer} />
      ))}
      {resolvedAt === null ? null : (
        <p className="small muted">
          {t.rich('resolvedBy', { by: () => <bdi>{resolvedBy}</bdi>, at: deskTime(locale, resolvedAt) })}
        </p>
      )}
      {isOpen ? (
        <details>
          <summary>
            {t('answer')} <span className="sr-only">{t('answerTo', { author })}</span>
          </summary>
          <AnswerForm
            action={answerCommentAction}
            colleagues={colleagues}
            hidden={keyed('answer')}
            id={id}
            key={String(answers.length)}
            label={t('answerTo', { author })}
          />
        </details>
      ) : null}
      {mayClose && isOpen ? (
        <DeedForm
          action={resolveCommentAction}
          hidden={keyed('resolve')}
          icon="check"
          label={t('resolve')}
          words="left"
        />
      ) : null}
      {mayClose && !isOpen ? (
        <DeedForm action={reopenCommentAction} hidden={keyed('reopen')} label={t('reopen')} words="left" />
      ) : null}
    </li>
  );
}

/** The words that are meant, also after they were changed. */
async function Quote({ talk: { path, quote }, view: { content, scope } }: { talk: Talk; view: UnitView }) {
  const t = await getTranslations('Desk.talk');
  if (quote === null || path === null) return null;
  const written = isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
  const stands = standingOfQuote(content, path, quote) === 'stands';
  return (
    <figure className="quoted">
      <figcaption className="sr-only">{t('quoted')}</figcaption>
      <blockquote {...written}>{quote}</blockquote>
      {stands ? null : <p className="small">{t('changed')}</p>}
    </figure>
  );
}

async function SaidLine({ said, isAnswer = false }: { said: Said; isAnswer?: boolean }) {
  const locale = await getLocale();
  return (
    <article className={isAnswer ? 'talk-answer' : undefined} id={`comment-${said.id}`} tabIndex={-1}>
      <p className="small">
        <b>
          <bdi>{said.author}</bdi>
        </b>{' '}
        <time className="muted" dateTime={said.createdAt.toISOString()}>
          {deskTime(locale, said.createdAt)}
        </time>
      </p>
      <p className="said">
        {said.pieces.map((piece, at) =>
          'text' in piece ? (
            piece.text
          ) : (
            // The pieces of one text never change their order.
            <bdi className="mention" key={String(at)}>
              @{piece.name}
            </bdi>
          ),
        )}
      </p>
    </article>
  );
}
