import { useTranslations } from 'next-intl';
import type { KindName } from '#features/records/model.ts';
import { PARTS, type Question, STANDINGS } from '#features/views/model.ts';
import { isNarrowed } from '#features/views/question.ts';
import { Chip } from '#ui/chip.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { SearchForm } from '#ui/search-form.tsx';
import { Select } from '#ui/select.tsx';
import { AdvancedForm } from './advanced-form.tsx';
import { HiddenParts } from './hidden-parts.tsx';
import type { ListAddress } from './list-address.ts';
import { type KnownNames, useListWords } from './list-words.ts';

interface FilterBarProps {
  kind: KindName;
  question: Question;
  address: ListAddress;
  names: KnownNames;
}

/** What a list is asked for: words and one state at once, anything else behind «advanced»; all of it stands in the address. */
export function FilterBar({ kind, question, address, names }: FilterBarProps) {
  const t = useTranslations('Desk');
  const words = useListWords(kind, names);
  const first = question.bar.find(({ field }) => field === 'state');
  const [part = '', standing = ''] = first?.value.split('.') ?? [];
  const rest = { ...question, bar: question.bar.filter((one) => one !== first) };
  return (
    <>
      <SearchForm action={address.path} label={t('searchLabel')} submit={t('searchSubmit')} value={question.search}>
        <div className="list-filter">
          <Select
            choices={STANDINGS.map((state) => ({ value: state, text: words.standing(state) }))}
            defaultValue={standing}
            id="state"
            label={t('filterState')}
            name="state"
            none={t('filterAny')}
          />
          <Select
            choices={PARTS.filter((one) => one !== 'any').map((one) => ({ value: one, text: words.part(one) }))}
            defaultValue={part === 'any' ? '' : part}
            id="part"
            label={t('filterPart')}
            name="part"
            none={t('filterAnyPart')}
          />
        </div>
        <HiddenParts except={(name) => name === 'q'} question={rest} view={address.view} />
      </SearchForm>
      <ActiveConditions address={address} kind={kind} names={names} question={question} />
      <AdvancedForm address={address} kind={kind} names={names} question={question} />
    </>
  );
}

/** What narrows the list now, each part with a way to take it away. */
function ActiveConditions({ kind, question, address, names }: FilterBarProps) {
  const t = useTranslations('Desk.lists');
  const words = useListWords(kind, names);
  if (!isNarrowed(question)) return null;
  const chips = [
    ...(question.search === ''
      ? []
      : [{ text: t('words', { words: question.search }), href: address.to({ ...question, search: '' }) }]),
    ...question.bar.map((condition) => ({
      text: words.condition(condition),
      href: address.to({ ...question, bar: question.bar.filter((one) => one !== condition) }),
    })),
    ...question.groups.map((group) => ({
      text: t('condition', {
        field: t(`matches.${group.match}`),
        value: words.joined(group.conditions.map((one) => words.condition(one))),
      }),
      href: address.to({ ...question, groups: question.groups.filter((one) => one !== group) }),
    })),
  ];
  return (
    <ul aria-label={t('filters')} className="list-chips">
      {chips.map(({ text, href }) => (
        <li key={href}>
          <Chip href={href} removes={t('remove', { condition: text })}>
            <bdi>{text}</bdi>
          </Chip>
        </li>
      ))}
      <li>
        <LinkButton href={address.path} look="quiet">
          {t('clear')}
        </LinkButton>
      </li>
    </ul>
  );
}
