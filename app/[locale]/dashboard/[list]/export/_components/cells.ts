import type { getTranslations } from 'next-intl/server';
import { shownState } from '#features/kinds/components/unit-state.tsx';
import type { KindName, Scope } from '#features/records/model.ts';
import { columnsOf, type Column, type Question, TYPES_OF } from '#features/views/model.ts';
import type { Listed } from '#features/views/queries/list-records.ts';
import { isShown } from '#features/views/question.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { isLocale, LANGUAGE_NAME, type Locale } from '#i18n/locales.ts';

/** The words of the desk, and those of the closed lists by keys that only run time knows. */
export interface ExportTexts {
  desk: Awaited<ReturnType<typeof getTranslations<'Desk'>>>;
  vocabulary: (key: string) => string;
}

interface Wanted {
  kind: KindName;
  locale: Locale;
  question: Question;
}

/** The names of the columns of an exported list: those that the list shows. */
export function headerOf(t: ExportTexts, { kind, question }: Wanted): string[] {
  return [
    t.desk('lists.sortKeys.ref'),
    t.desk('columnTitle'),
    ...shownColumns(kind, question).flatMap((column) => titlesOf(t, column)),
  ];
}

/** The cells of one record. */
export function cellsOf(t: ExportTexts, { kind, locale, question }: Wanted, row: Listed): (string | null)[] {
  return [
    row.ref,
    row.title,
    ...shownColumns(kind, question).flatMap((column) => valuesOf(t, { kind, locale, row, column })),
  ];
}

function shownColumns(kind: KindName, question: Question): Column[] {
  return columnsOf(kind).filter((column) => isShown(question, column));
}

function titlesOf(t: ExportTexts, column: Column): string[] {
  switch (column) {
    case 'lead':
      return [t.desk('lists.fields.type'), t.desk('lists.fields.country')];
    case 'assigned':
      return [t.desk('lists.fields.assignee'), t.desk('lists.sortKeys.due')];
    case 'updated':
      return [t.desk('columnUpdated'), t.desk('lists.fields.author')];
    default:
      return [isLocale(column) ? LANGUAGE_NAME[column] : t.desk('columnFacts')];
  }
}

function valuesOf(
  t: ExportTexts,
  { kind, locale, row, column }: { kind: KindName; locale: Locale; row: Listed; column: Column },
): (string | null)[] {
  switch (column) {
    case 'lead':
      return leadOf(t, { kind, locale, row });
    case 'assigned':
      return assignedIn(row);
    case 'updated':
      return [row.updatedAt, row.units.find(({ updatedAt }) => updatedAt === row.updatedAt)?.updatedBy ?? null];
    default:
      return [stateOf(t, row, column)];
  }
}

function leadOf(
  t: ExportTexts,
  { kind, locale, row }: { kind: KindName; locale: Locale; row: Listed },
): (string | null)[] {
  const types = TYPES_OF[kind];
  const type = types?.values.find((word) => word === row.type);
  const countries = row.countries.map((code) => countryName(code, locale) ?? code);
  return [type === undefined ? null : t.vocabulary(`${types?.vocabulary ?? ''}.${type}`), countries.join('; ')];
}

function assignedIn({ units }: Listed): (string | null)[] {
  const [due = null] = units.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  return [[...new Set(units.flatMap(({ assignee }) => assignee ?? []))].join('; '), due];
}

function stateOf(t: ExportTexts, { units }: Listed, scope: Scope): string {
  const unit = units.find((one) => one.scope === scope);
  const state = t.desk(`states.${shownState(unit)}`);
  return unit?.isStale === true ? `${state}; ${t.desk('stale')}` : state;
}
