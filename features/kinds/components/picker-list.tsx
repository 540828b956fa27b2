'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DIRECTION } from '#i18n/locales.ts';
import { Icon } from '#ui/icon.tsx';
import type { RecordOption } from '../record-option.ts';
import { useDynamicTexts } from './dynamic-texts.ts';
import { mayBegin, type Picking } from './use-picking.ts';

interface PickerListProps {
  id: string;
  picking: Picking;
  choose: (at: number) => void;
}

/** What a field offers: the records that may be meant, and at the end to begin the one that is missing. */
export function PickerList({ id, picking: { options, search, active }, choose }: PickerListProps) {
  const t = useTranslations('Desk.picker');
  return (
    // The field keeps the focus while an entry is pressed.
    <div
      aria-label={t('list')}
      className="picker-list"
      id={id}
      onMouseDown={(event) => event.preventDefault()}
      // As much of it as the page has room for.
      ref={showAll}
      role="listbox"
      tabIndex={-1}
    >
      {options.map((option, at) => (
        <Entry active={active === at} id={`${id}-${String(at)}`} key={option.id} onClick={() => choose(at)}>
          <OptionLine option={option} />
        </Entry>
      ))}
      {mayBegin(search) ? (
        <Entry
          active={active === options.length}
          id={`${id}-${String(options.length)}`}
          onClick={() => choose(options.length)}
        >
          <Icon name="plus" /> {t.rich('create', { name: () => <bdi>{search}</bdi> })}
        </Entry>
      ) : null}
    </div>
  );
}

function showAll(list: HTMLElement | null): void {
  list?.scrollIntoView({ block: 'nearest' });
}

interface EntryProps {
  id: string;
  active: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Entry({ id, active, onClick, children }: EntryProps) {
  return (
    <div
      aria-selected={active}
      className="picker-entry"
      id={id}
      onClick={onClick}
      // The field has the keyboard; this is for what puts the focus of its own onto an entry.
      onKeyDown={(event) => {
        if (event.key === 'Enter') onClick();
      }}
      ref={(entry) => {
        if (active) entry?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      tabIndex={-1}
    >
      {children}
    </div>
  );
}

/** A record in a line: its title, its short name, what and where it is, and whether readers see it. */
export function OptionLine({
  option: { title, titleLocale, ref, kind, sort, country, isPublic },
}: {
  option: RecordOption;
}) {
  const t = useTranslations('Desk');
  const vocabulary = useDynamicTexts('Vocabulary');
  const key = `${kind}Kinds.${sort ?? ''}`;
  const said = [sort !== null && vocabulary.has(key) ? vocabulary(key) : t(`kind.${kind}`), country ?? ''];
  return (
    <>
      <bdi {...(titleLocale === null ? {} : { lang: titleLocale, dir: DIRECTION[titleLocale] })}>{title}</bdi>{' '}
      <bdi className="record-ref" dir="ltr">
        {ref}
      </bdi>{' '}
      <span className="picker-about">
        {said.filter((part) => part !== '').join(' · ')}
        {isPublic ? null : <span className="picker-draft">{t('picker.notPublic')}</span>}
      </span>
    </>
  );
}
