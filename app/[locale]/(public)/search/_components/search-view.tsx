import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { HitList } from '#features/search/components/hit-list.tsx';
import { FOUND_KINDS, type Found, type FoundKind } from '#features/search/model.ts';
import { localisePath } from '#i18n/locales.ts';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { addressWith } from '#ui/address-with.ts';
import { PublicSearch } from '../../_components/public-search.tsx';
import { ListCrumbs } from '../../_components/list-crumbs.tsx';

/** What a reader asked the search. */
export interface SearchQuestion {
  query: string;
  type: FoundKind | undefined;
  page: number;
  /** What the address asks for and nobody knows. */
  unknown: readonly string[];
}

/** The most hits of each kind where all kinds are shown. */
export const HITS_PER_KIND = 6;
/** The hits of one page of one kind. */
export const HITS_PER_PAGE = 20;
/** Who has looked through so many pages should ask something else. */
export const PAGES_MAX = 25;

const PATH = '/search';

/** What was found, with what else there is to say of some hits, by their references. */
export interface Answer {
  found: Found;
  notes: ReadonlyMap<string, ReactNode>;
}

/** The search: its field, and what was found. */
export function SearchView({ question, answer }: { question: SearchQuestion; answer: Answer | null }) {
  const t = useTranslations('Search');
  const { query, unknown } = question;
  return (
    <div className="page-width page-main">
      <ListCrumbs title={t('title')} />
      <h1>{t('title')}</h1>
      <div className="search-top">
        <PublicSearch label={t('label')} placeholder={t('placeholder')} submit={t('submit')} value={query} />
        {unknown.length === 0 ? null : <p className="muted">{t('unknownType')}</p>}
      </div>
      {answer === null ? <Beginning /> : <Results answer={answer} question={question} />}
    </div>
  );
}

function Beginning() {
  const t = useTranslations('Search');
  return (
    <section>
      <p className="lead">{t('lead')}</p>
      <Examples />
    </section>
  );
}

function Examples() {
  const t = useTranslations('Search');
  const locale = useLocale();
  const examples = [t('exampleOne'), t('exampleTwo')];
  return (
    <div className="chips">
      {examples.map((example) => (
        <Chip href={addressWith(localisePath(locale, PATH), { q: example })} key={example}>
          {example}
        </Chip>
      ))}
      <Chip href={localisePath(locale, '/places')}>{t('letterIndex')}</Chip>
    </div>
  );
}

function Results({ answer, question }: { answer: Answer; question: SearchQuestion }) {
  const { found } = answer;
  const t = useTranslations('Search');
  const locale = useLocale();
  const { query } = question;
  const all = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const asked = () => <Isolate dir={directionOfQuery(query)}>{query}</Isolate>;
  if (all === 0) {
    return (
      <EmptyState title={t.rich('nothing', { query: asked })}>
        <p>{t('nothingText')}</p>
        <Examples />
      </EmptyState>
    );
  }
  const isClose = found.takenFor !== null;
  const taken = found.takenFor ?? query;
  return (
    <>
      <p role="status">
        {isClose
          ? t.rich('closeCount', { count: all, n: numberInDigits(all, locale), query: asked })
          : t.rich('count', { count: all, n: numberInDigits(all, locale), query: asked })}
      </p>
      {isClose && taken !== query ? (
        <p>
          {t.rich('takenFor', {
            taken: () => (
              <a href={addressWith(localisePath(locale, PATH), { q: taken })}>
                <Isolate dir={directionOfQuery(taken)}>{taken}</Isolate>
              </a>
            ),
          })}
        </p>
      ) : null}
      <TypeChips found={found} question={question} />
      {isClose ? <h2 className="hits-close">{t('close')}</h2> : null}
      {question.type === undefined ? (
        <Groups answer={answer} question={question} />
      ) : (
        <OneKind answer={answer} question={question} type={question.type} />
      )}
    </>
  );
}

/** What was typed has no language; its first letter tells how it runs. */
function directionOfQuery(query: string): 'ltr' | 'rtl' {
  return /^\P{L}*\p{Script=Arabic}/u.test(query) ? 'rtl' : 'ltr';
}

function TypeChips({ found: { counts }, question: { query, type } }: { found: Found; question: SearchQuestion }) {
  const t = useTranslations('Search');
  const locale = useLocale();
  const path = localisePath(locale, PATH);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = [undefined, ...FOUND_KINDS.filter((kind) => (counts[kind] ?? 0) > 0)];
  if (choices.length < 3) return null;
  return (
    <nav aria-label={t('types')} className="chips chips-choice">
      {choices.map((kind) => (
        <a
          aria-current={kind === type ? 'page' : undefined}
          className="chip"
          href={addressWith(path, { q: query, type: kind })}
          key={kind ?? 'all'}
        >
          <span>{kind === undefined ? t('allTypes') : t(`kinds.${kind}`)}</span>
          <span className="chip-count">{numberInDigits(kind === undefined ? all : (counts[kind] ?? 0), locale)}</span>
        </a>
      ))}
    </nav>
  );
}

interface GroupsProps {
  answer: Answer;
  question: SearchQuestion;
}

function Groups({ answer: { found, notes }, question: { query } }: GroupsProps): ReactNode {
  const t = useTranslations('Search');
  const locale = useLocale();
  return FOUND_KINDS.map((kind) => {
    const hits = found.hits.filter(({ type }) => type === kind);
    const count = found.counts[kind] ?? 0;
    if (hits.length === 0) return null;
    const more = {
      href: addressWith(localisePath(locale, PATH), { q: query, type: kind }),
      text: t('more', { count, n: numberInDigits(count, locale) }),
    };
    return (
      <section aria-labelledby={`found-${kind}`} key={kind}>
        <SectionHeading id={`found-${kind}`} more={count > hits.length ? more : undefined}>
          {t(`kinds.${kind}`)}
        </SectionHeading>
        <HitList hits={hits} level={3} notes={notes} words={found.words} />
      </section>
    );
  });
}

interface OneKindProps extends GroupsProps {
  type: FoundKind;
}

function OneKind({ answer: { found, notes }, question: { query, page }, type }: OneKindProps) {
  const t = useTranslations('Search');
  const locale = useLocale();
  const pages = Math.min(PAGES_MAX, Math.ceil(found.total / HITS_PER_PAGE));
  const hrefOf = (to: number) =>
    addressWith(localisePath(locale, PATH), { q: query, type, page: to === 1 ? '' : String(to) });
  return (
    <section aria-labelledby={`found-${type}`}>
      <SectionHeading id={`found-${type}`}>{t(`kinds.${type}`)}</SectionHeading>
      {found.hits.length === 0 ? (
        <p>{t('beyond')}</p>
      ) : (
        <HitList hits={found.hits} level={3} notes={notes} words={found.words} />
      )}
      {pages < 2 ? null : (
        <Pagination
          label={t('pages')}
          next={page < pages ? { href: hrefOf(page + 1), text: t('next') } : undefined}
          position={t('position', { page: numberInDigits(page, locale), pages: numberInDigits(pages, locale) })}
          previous={page > 1 ? { href: hrefOf(page - 1), text: t('previous') } : undefined}
        />
      )}
    </section>
  );
}
